package dev.insyn.page.portal;

import java.util.List;

import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What the templates of the contact's own place draw.
///
/// @param usual where values came from whose line says nothing else; empty if each says it
/// @param more the address of what happened before; null if nothing did, or the whole is shown
record PlaceView(Texts texts, List<Notice> notices, String heading, List<Door> doors, List<Glance> data, String usual,
		List<Content> reports, @Nullable List<Happened> history, @Nullable String more) {

	/// A page to open.
	///
	/// @param below empty for nothing
	record Door(String label, String below, String address) {
	}

	/// A value.
	///
	/// @param masked whether it is shown only when asked for
	/// @param from in words, where it came from and when; empty if nobody said
	record Glance(String label, String value, boolean masked, String from) {

		/// Says nothing that is said for all.
		Glance without(String usual) {
			return this.from.equals(usual) ? new Glance(this.label, this.value, this.masked, "") : this;
		}

		@Override
		public String toString() {
			return "Glance[" + this.label + "]";
		}

	}

	/// Something that happened.
	///
	/// @param at as machines read it
	/// @param below empty for nothing
	record Happened(String at, String when, String what, String below) {
	}

}
