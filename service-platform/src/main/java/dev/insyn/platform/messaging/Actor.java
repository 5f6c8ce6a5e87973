package dev.insyn.platform.messaging;

import java.util.Locale;

/// Who caused a fact: written to the header `ce_actor` as `contact:abc`.
public record Actor(Kind kind, String id) {

	/// What sort of actor it is.
	public enum Kind {

		CONTACT, USER, CLIENT, SYSTEM

	}

	public static Actor contact(String id) {
		return new Actor(Kind.CONTACT, id);
	}

	public static Actor user(String id) {
		return new Actor(Kind.USER, id);
	}

	public static Actor client(String id) {
		return new Actor(Kind.CLIENT, id);
	}

	/// @param service the service that acted by itself, on a clock or an event
	public static Actor system(String service) {
		return new Actor(Kind.SYSTEM, service);
	}

	/// @throws IllegalArgumentException if it is not `kind:id`
	public static Actor parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 0) {
			throw new IllegalArgumentException("An actor is written kind:id");
		}
		return new Actor(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
	}

	@Override
	public String toString() {
		return this.kind.name().toLowerCase(Locale.ROOT) + ":" + this.id;
	}

}
