package dev.insyn.platform.store;

/// No such document of this tenant.
public final class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound(String collection, String id) {
		super(collection + " " + id);
	}

}
