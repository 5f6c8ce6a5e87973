package dev.insyn.contact.update;

import java.util.List;
import java.util.Map;

import dev.insyn.fields.Reading;
import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// Values that their fields don't take: which and why, never what.
final class InvalidFields extends Problem {

	private static final long serialVersionUID = 1L;

	InvalidFields(Map<String, Reading.Problem> problems) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-fields",
				problems.size() + " field(s) don't take the value given");
		with("errors", errors(problems));
	}

	private static List<Error> errors(Map<String, Reading.Problem> problems) {
		return problems.entrySet()
			.stream()
			.map((entry) -> new Error(entry.getKey(), entry.getValue().code(), entry.getValue().args()))
			.toList();
	}

	/// One field's problem.
	///
	/// @param code of field-types, or `unknown-field`
	record Error(String field, String code, Map<String, String> args) {
	}

}
