package dev.insyn.page;

import java.util.List;
import java.util.Map;

/// Anna Lindqvist, as contact-service knows her.
public final class Anna {

	public static final String ID = "abcdefghijklmnopqrstuvwxyz";

	private Anna() {
	}

	public static void isIn(StubContactService contacts) {
		isIn(ID, contacts);
	}

	public static void isIn(String id, StubContactService contacts) {
		contacts.put(id, "customer-number", "NC-1001");
		contacts.put(id, "email", "anna.lindqvist@kund.example");
		contacts.put(id, "first-name", "Anna");
		contacts.put(id, "last-name", "Lindqvist");
		contacts.put(id, "title", "Inköpsansvarig");
		contacts.put(id, "birth-date", "1985-03-27");
		contacts.put(id, "mobile", "+46701740605");
		contacts.put(id, "address",
				Map.of("line1", "Storgatan 12 B", "postalCode", "903 26", "city", "Umeå", "country", "SE"));
		contacts.put(id, "country", "SE");
		contacts.put(id, "language", "sv");
		contacts.put(id, "interests", List.of("offers", "tips"));
		contacts.put(id, "notes", "Ring helst på förmiddagen.");
	}

}
