package dev.insyn.contact.segment;

import java.util.List;
import java.util.Map;

import dev.insyn.fields.Reading;
import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A segment can't be as it was sent; says of each part why.
public final class InvalidSegment extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, Reading.Problem> problems;

	/// @param problems by the path of the part
	InvalidSegment(Map<String, Reading.Problem> problems) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-segment",
				problems.size() + " part(s) of the segment are not as they should be");
		this.problems = Map.copyOf(problems);
		List<Error> errors = problems.entrySet()
			.stream()
			.map((problem) -> new Error(problem.getKey(), problem.getValue().code(), problem.getValue().args()))
			.toList();
		with("errors", errors);
	}

	public Map<String, Reading.Problem> problems() {
		return this.problems;
	}

	/// What is wrong with a part.
	record Error(String part, String code, Map<String, String> args) {
	}

}
