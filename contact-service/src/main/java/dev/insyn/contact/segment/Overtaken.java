package dev.insyn.contact.segment;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// Somebody else wrote a segment's list in between; asking again helps.
final class Overtaken extends Problem {

	private static final long serialVersionUID = 1L;

	Overtaken() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "urn:insyn:problem:busy", "This segment is being changed; try again");
	}

}
