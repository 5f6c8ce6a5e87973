package dev.insyn.page.pages;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// What the page's state does not allow.
public final class WrongState extends Problem {

	private static final long serialVersionUID = 1L;

	WrongState(PageState state) {
		super(HttpStatus.CONFLICT, "urn:insyn:problem:wrong-state", "Not with a page in state " + state);
		with("state", state);
	}

}
