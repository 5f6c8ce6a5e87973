package dev.insyn.contact.console;

import java.util.List;

import dev.insyn.contact.Contact;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.console.Screens.Screen;

/// The fixtures of these screens, for those of other packages.
public final class ScreensForTests {

	private ScreensForTests() {
	}

	public static Screen screen(String language, int level) {
		return ScreenFixtures.screen(language, level);
	}

	public static FieldCatalogue asOfToday() {
		return ScreenFixtures.asOfToday();
	}

	public static Contact contact(int number) {
		return ScreenFixtures.contact(number);
	}

	public static FindingContacts.Page page(int rows) {
		return ScreenFixtures.page(rows);
	}

	public static FindingContacts.Page page(List<Contact> contacts) {
		return ScreenFixtures.page(contacts);
	}

}
