package dev.insyn.contact;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// The tenant has no such contact, or not any more; whose id it may be elsewhere is not told.
public final class NoSuchContact extends Problem {

	private static final long serialVersionUID = 1L;

	public NoSuchContact() {
		super(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-contact", "No such contact");
	}

}
