package dev.insyn.platform.store;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// No such document of this tenant.
public final class NotFound extends Problem {

	private static final long serialVersionUID = 1L;

	public NotFound(String collection) {
		super(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found", "No such thing in " + collection);
	}

}
