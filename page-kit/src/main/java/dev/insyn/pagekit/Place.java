package dev.insyn.pagekit;

import java.util.List;

/// The way around a contact's own place in its tenant's portal, whichever service draws the page: to its pages and data,
/// to how it signs in, and out.
///
/// @param signOut the address that a form posts to
public record Place(List<Item> items, String signOut) {

	/// The same for every service: the addresses follow from the tenant.
	/// @param tenant its id
	/// @param current where one is
	/// @param language added to addresses, so that one that was chosen by hand sticks;
	/// empty: the browser's
	public static Place of(Texts texts, String tenant, Where current, String language) {
		String home = "/portal/" + tenant;
		String query = language.isEmpty() ? "" : "?lang=" + language;
		return new Place(
				List.of(new Item(texts.get("place.home"), home + query, current == Where.HOME),
						new Item(texts.get("place.history"), home + "/history" + query, current == Where.HISTORY),
						new Item(texts.get("place.access"), home + "/access" + query, current == Where.ACCESS)),
				home + "/sign-out" + query);
	}

	/// Where in the place one is.
	public enum Where {

		HOME, HISTORY, ACCESS,
		/// At one of the pages, which stand beside it.
		PAGE

	}

	/// A way to go.
	public record Item(String label, String address, boolean current) {

	}

}
