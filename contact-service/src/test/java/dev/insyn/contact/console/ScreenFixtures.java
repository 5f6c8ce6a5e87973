package dev.insyn.contact.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactFixtures;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.CrmReference;
import dev.insyn.contact.CrmWord;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.RefusedValue;
import dev.insyn.contact.Standing;
import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.CatalogueForTests;
import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;

/// Screens with words of real length.
final class ScreenFixtures {

	static final Instant NOW = Instant.parse("2026-11-21T14:20:00Z");

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final List<String> NAMES = List.of("Anna Lindqvist", "Bo Öberg", "Kristina Bergström-Åkerlund",
			"Mohammed Al-Rashid", "Åsa Nilsson", "Wilhelmina Oxenstierna af Korsholm och Wasa");

	private ScreenFixtures() {
	}

	static Screen screen(String language, int level) {
		Texts texts = TextBook.console("/dev/insyn/contact/console/").in(language);
		Tenant tenant = new Tenant(NORDCYKEL, "Nordcykel AB", List.of("sv", "en"), ZoneId.of("Europe/Stockholm"), "SE",
				"info@nordcykel.example");
		return new Screen(new UserCaller(NORDCYKEL, "u1", level, "Karin Åberg", language, "s1"), tenant, texts,
				new Times(texts, tenant.timeZone(), Clock.fixed(NOW, ZoneOffset.UTC)));
	}

	static Catalogue catalogue() {
		return CatalogueForTests.standardAndMore();
	}

	static FieldCatalogue asOfToday() {
		return CatalogueForTests.asOf(catalogue(), LocalDate.of(2026, 11, 21));
	}

	static FindingContacts.Page page(int rows) {
		return new FindingContacts.Page(IntStream.range(0, rows)
			.mapToObj((number) -> new FindingContacts.Listed(contact(number),
					NOW.minus(Duration.ofMinutes((long) number * number * 13 + 2))))
			.toList(), (rows < 50) ? null : "next");
	}

	static FindingContacts.Page page(List<Contact> contacts) {
		return new FindingContacts.Page(
				contacts.stream().map((contact) -> new FindingContacts.Listed(contact, NOW)).toList(), null);
	}

	static Contact contactNamed(String name) {
		CrmReference crm = new CrmReference("webcrm", "NC-1", 1, NOW);
		return Contact.unknown(new ContactId("k3v5q7w2m4n6p7r2t4x6z2b4c6"), crm, 0)
			.hear(new CrmWord(crm, name, name, Map.of("first-name", name, "email", name, "unknown", name), List.of()))
			.contact();
	}

	static Contact restricted() {
		return contact(0).with(new Standing(
				new Standing.Mark(NOW.minus(Duration.ofDays(3)), "unsubscribe", "client:x", "m7k2n4p6r8t3"),
				new Standing.Mark(NOW.minus(Duration.ofHours(2)), "console", "user:u1", null)));
	}

	static Contact contact(int number) {
		String[] name = NAMES.get(number % NAMES.size()).split(" ", 2);
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("first-name", name[0]);
		values.put("last-name", name[1]);
		values.put("email", name[0].toLowerCase(java.util.Locale.ROOT).replace('å', 'a') + number + "@kund.example");
		values.put("phone", "+4670123456" + number % 10);
		values.put("title", "Inköpsansvarig för fordon och verkstad");
		values.put("address", Map.of("line1", "Storgatan 1", "postalCode", "22100", "city", "Lund", "country", "SE"));
		values.put("birth-date", "1979-04-12");
		values.put("interests", List.of("news", "events"));
		values.put("newsletter", "true");
		values.put("identity-number", "19790412-1234");
		CrmReference crm = new CrmReference("webcrm", "NC-" + (1001 + number), 3, NOW.minus(Duration.ofDays(40)));
		Contact heard = Contact.unknown(new ContactId("k3v5q7w2m4n6p7r2t4x6z2b4c6"), crm, 0)
			.hear(new CrmWord(crm, "ORG-17", "Kungsbacka Cykelservice och Fritid AB", values,
					List.of(new RefusedValue("country", "country"), new RefusedValue("shoe-colour", "unknown-field"))))
			.contact();
		return heard.update(ContactFixtures.edit(heard, NOW.minus(Duration.ofHours(3)), "phone", "+46812345678"))
			.contact();
	}

}
