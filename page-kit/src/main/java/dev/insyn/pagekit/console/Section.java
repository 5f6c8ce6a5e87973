package dev.insyn.pagekit.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where in the console a screen is: the entries of the navigation, in their order.
public enum Section {

	LANDING_PAGES(Group.PAGES, "/admin/pages", 10),

	THEMES(Group.PAGES, "/admin/themes", 10),

	CONTACTS(Group.PEOPLE, "/admin/contacts", 10),

	SEGMENTS(Group.PEOPLE, "/admin/segments", 10),

	FIELD_CATALOGUE(Group.PEOPLE, "/admin/field-catalogue", 10),

	MAILINGS(Group.FOLLOW_UP, "/admin/mailings", 10),

	ACTIVITIES(Group.FOLLOW_UP, "/admin/activities", 10),

	AUDIT(Group.FOLLOW_UP, "/admin/audit", 10),

	USERS(Group.SETTINGS, "/admin/users", 99),

	ACCOUNT(Group.SETTINGS, "/admin/account", 0);

	private final Group group;

	private final String address;

	private final int level;

	Section(Group group, String address, int level) {
		this.group = group;
		this.address = address;
		this.level = level;
	}

	public String address() {
		return this.address;
	}

	/// The section that an address is in; the first where it is in none.
	static Section of(String path) {
		return Stream.of(values())
			.filter((section) -> (path + "/").startsWith(section.address + "/"))
			.findFirst()
			.orElseGet(() -> path.startsWith("/admin/emails") ? ACTIVITIES
					: path.startsWith("/admin/templates") ? MAILINGS : LANDING_PAGES);
	}

	/// The text that names it.
	public String key() {
		return "console.section." + word(name());
	}

	private static String word(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// The tasks that the sections belong to.
	public enum Group {

		PAGES, PEOPLE, FOLLOW_UP, SETTINGS;

		/// The text that names it.
		public String key() {
			return "console.group." + word(name());
		}

		/// The sections that the user may open; perhaps none.
		public List<Section> sections(ConsoleUser user) {
			return Stream.of(Section.values())
				.filter((section) -> section.group == this && user.may(section.level))
				.toList();
		}

	}

}
