package dev.insyn.notification.activity;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// The tenant has no such activity; whose id it may be elsewhere is not told.
final class NoSuchActivity extends Problem {

	private static final long serialVersionUID = 1L;

	NoSuchActivity() {
		super(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-activity", "No such activity");
	}

}
