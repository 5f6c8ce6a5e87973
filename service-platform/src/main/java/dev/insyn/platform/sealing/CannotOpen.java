package dev.insyn.platform.sealing;

import org.jspecify.annotations.Nullable;

/// Sealed content that does not open: the wrong key or purpose, or it was tampered with. Never says which.
public final class CannotOpen extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CannotOpen(String what, @Nullable Throwable cause) {
		super(what, cause);
	}

}
