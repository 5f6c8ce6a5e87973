package dev.insyn.platform.store;

/// A document with this id, or this unique value, is there already.
public final class AlreadyExists extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public AlreadyExists(String collection, String id) {
		super(collection + " " + id);
	}

}
