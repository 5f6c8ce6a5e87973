package dev.insyn.contact.catalogue;

import java.util.List;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A field that can't be as somebody wants it: every reason at once, each with the member it is about.
public final class InvalidField extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient List<Objection> objections;

	InvalidField(List<Objection> objections) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-field",
				objections.size() + " member(s) of the field can't be so");
		this.objections = List.copyOf(objections);
		with("errors", this.objections);
	}

	public List<Objection> objections() {
		return this.objections;
	}

}
