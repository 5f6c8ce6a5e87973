package dev.insyn.page.pages;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// Somebody else changed the page after the revision that the caller saw. Nothing was written.
public final class Outdated extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient LandingPage now;

	Outdated(LandingPage now) {
		super(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:page-changed",
				"The page was changed by somebody else meanwhile");
		this.now = now;
		with("revision", now.revision());
		with("act", now.changed().act());
		with("at", now.changed().at());
		with("by", now.changed().by());
	}

	/// The page as it stands.
	public LandingPage now() {
		return this.now;
	}

}
