package dev.insyn.token.link;

/// Unknown, expired or revoked: told to nobody which.
final class LinkDoesNotWork extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LinkDoesNotWork() {
		super("The link does not work", null, false, false);
	}

}
