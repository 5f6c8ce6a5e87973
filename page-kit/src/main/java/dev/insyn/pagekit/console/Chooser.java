package dev.insyn.pagekit.console;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A search for one of many, and those found, each a link. What is typed is posted, since it may name people; the list
/// follows it as one types, and without script when the form is sent. The field is called `q`.
///
/// @param address that draws the same screen for what was typed
/// @param label of the field
/// @param typed what was searched for
/// @param found those that fit
/// @param note what is said where none are: nothing was asked yet, nothing fits, nothing can be asked
public record Chooser(String address, String label, String typed, List<Found> found, @Nullable String note) {

	public Chooser {
		found = List.copyOf(found);
	}

	/// Prints nothing of anybody.
	@Override
	public String toString() {
		return "Chooser[" + this.address + "]";
	}

	/// One that fits.
	///
	/// @param below what tells it from others of the same name; empty for nothing
	public record Found(String address, String name, String below) {

		/// @param email is masked
		public static Found of(String address, String name, @Nullable String email, @Nullable String organisation) {
			String masked = (email != null && !email.isBlank()) ? Cell.mask(email) : "";
			String whose = (organisation != null) ? organisation : "";
			return new Found(address, name, masked + ((masked.isEmpty() || whose.isEmpty()) ? "" : ", ") + whose);
		}

		@Override
		public String toString() {
			return "Found[]";
		}

	}

}
