package dev.insyn.notification.mailing;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// Whom a mailing is for.
///
/// @param id the segment's, or that of the earlier mailing; null for contacts chosen by hand
/// @param contacts those chosen by hand, each once
record Audience(Kind kind, @Nullable String id, List<String> contacts) {

	/// More than these are a segment.
	static final int MOST_BY_HAND = 500;

	Audience {
		contacts = contacts.stream().distinct().toList();
	}

	/// How they are chosen.
	enum Kind {

		/// The contacts that are in a segment while it is sent.
		SEGMENT,

		/// Contacts chosen by hand.
		CONTACTS,

		/// Those of an earlier mailing that have not answered when it is their turn.
		UNANSWERED,

		/// Those whom an earlier mailing did not reach.
		NOT_REACHED;

		/// As JSON and forms say it.
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	static Audience segment(String id) {
		return new Audience(Kind.SEGMENT, id, List.of());
	}

	static Audience contacts(List<String> contacts) {
		return new Audience(Kind.CONTACTS, null, contacts);
	}

	static Audience of(Kind kind, String mailing) {
		return new Audience(kind, mailing, List.of());
	}

}
