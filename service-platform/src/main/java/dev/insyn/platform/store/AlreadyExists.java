package dev.insyn.platform.store;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A document with this id, or this unique value, is there already.
public final class AlreadyExists extends Problem {

	private static final long serialVersionUID = 1L;

	public AlreadyExists(String collection) {
		super(HttpStatus.CONFLICT, "urn:insyn:problem:already-exists", "Already there in " + collection);
	}

}
