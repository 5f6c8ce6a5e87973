package dev.insyn.page.contacts;

import org.jspecify.annotations.Nullable;

/// contact-service did not answer in time, is in trouble, or is not asked for now because it has been.
public final class ContactAway extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ContactAway(@Nullable Throwable cause) {
		super("contact-service is away", cause);
	}

}
