package dev.insyn.stack.crm;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import dev.insyn.stack.crm.NameBook.Town;

/// Invents people, the same at every start. Their mail addresses lie in a reserved domain, and Swedish numbers in the
/// series that the Swedish regulator keeps for fiction.
public final class DemoPeople {

	private static final int SEED = 4711;

	/// Two people with one mailbox, as in many homes.
	private static final int SHARED = 40;

	private static final int SHARES = 41;

	private static final int COMPANIES = 37;

	private DemoPeople() {
	}

	/// @param number from 0; number 0 of Nordcykel is Anna Lindqvist
	public static DemoPerson person(DemoTenant tenant, int number) {
		NameBook book = NameBook.of(tenant);
		Random random = new Random(SEED + 31L * number + tenant.ordinal());
		String first = book.firstName(number);
		String last = book.lastName(number);
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("first-name", first);
		values.put("last-name", last);
		values.put("email", (number == SHARES) ? person(tenant, SHARED).email() : address(book, first, last, number));
		values.put("customer-number", "K-" + (20_000 + number));
		values.put("country", tenant.country());
		values.put("language", tenant.language());
		values.put("mobile", book.mobile(random));
		values.put("address", postalAddress(book, tenant, random));
		addWhatNotEverybodyTells(values, book, random, number == 0);
		int company = number % COMPANIES;
		return new DemoPerson(tenant, number, tenant.crmId(number).substring(0, 3) + "ORG-" + (1 + company),
				book.company(company), values);
	}

	private static void addWhatNotEverybodyTells(Map<String, Object> values, NameBook book, Random random,
			boolean all) {
		Map<String, Object> more = new LinkedHashMap<>();
		more.put("phone", book.phone(random));
		more.put("title", pick(book.titles(), random));
		more.put("birth-date", LocalDate.of(1950 + random.nextInt(55), 1, 1).plusDays(random.nextInt(365)).toString());
		more.put("newsletter", String.valueOf(random.nextBoolean()));
		more.put("interests", List.of("news", random.nextBoolean() ? "events" : "tips"));
		more.put("employees", String.valueOf(1 + random.nextInt(250)));
		more.forEach((field, value) -> {
			if (random.nextInt(4) > 0 || all) {
				values.put(field, value);
			}
		});
	}

	private static Map<String, String> postalAddress(NameBook book, DemoTenant tenant, Random random) {
		Town town = pick(book.towns(), random);
		return Map.of("line1", pick(book.streets(), random) + " " + (1 + random.nextInt(98)), "postalCode",
				town.postalCode(), "city", town.name(), "country", tenant.country());
	}

	private static String address(NameBook book, String first, String last, int number) {
		int round = book.roundOf(number);
		return plain(first) + "." + plain(last) + ((round > 0) ? String.valueOf(round + 1) : "") + "@" + book.domain();
	}

	/// `Åsa Öberg` → `asa oberg`
	private static String plain(String name) {
		String folded = name.toLowerCase(Locale.ROOT).replace("ø", "o").replace("æ", "ae");
		return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
	}

	private static <T> T pick(List<T> choices, Random random) {
		return choices.get(random.nextInt(choices.size()));
	}

}
