package dev.insyn.page.editing;

import java.util.List;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A page that is not taken as it is. Nothing was written.
public final class InvalidPage extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient List<PageProblem> problems;

	InvalidPage(List<PageProblem> problems) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-page",
				problems.size() + " part(s) of the page are not as they should be");
		this.problems = List.copyOf(problems);
		with("errors", this.problems);
	}

	/// What is wrong, part by part.
	public List<PageProblem> problems() {
		return this.problems;
	}

}
