package dev.insyn.stack.crm;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Invents what people and their companies have ordered and asked, of the record types that every tenant begins with.
/// Some have nothing, and Anna has more than her page shows.
final class DemoRecords {

	static final String ORDERS = "orders";

	static final String CASES = "cases";

	private static final int SEED = 815;

	private static final int OF_ANNA = 12;

	private static final int MOST = 8;

	/// Name and price in crowns.
	private static final Map<String, Integer> BIKES = Map.of("Kompass 28, mörkblå", 12_995, "Service och kedjebyte",
			899, "Cykelhjälm Vide", 1_149, "Lastcykel Pråmen", 38_900, "Vinterdäck med dubb, 2 st.", 1_299,
			"Barncykel Lunnefågel 20", 4_495, "Cykelväska Regn", 649, "Elcykel Norrsken", 27_900);

	private static final Map<String, Integer> BOOKS = Map.of("Fjellvett for viderekomne", 349, "Skolepakke, 24 bøker",
			4_776, "Kokebok: Kyst og fjære", 429, "Atlas over Norge", 899, "Notatbok, 10 stk.", 590,
			"Barnebok: Elgen Elling", 229, "Lydbok: Nordlys", 199, "Kalender 2027", 149);

	private static final List<String> QUESTIONS = List.of("Fråga om leveranstid", "Retur av hjälm", "Faktura saknas",
			"Ny kontaktperson");

	private static final List<String> NORWEGIAN_QUESTIONS = List.of("Spørsmål om leveringstid", "Retur av bok",
			"Faktura mangler", "Ny kontaktperson");

	private DemoRecords() {
	}

	/// What a person has ordered, as `{id, revision, at, values}`.
	/// @param today the last day on which something was ordered
	static List<Map<String, Object>> orders(DemoPerson person, LocalDate today) {
		int count = (person.number() == 0) ? OF_ANNA : person.number() % 5 == 4 ? 0 : 1 + person.number() % MOST;
		return orders(person.tenant(), person.crmId(), count, today);
	}

	/// What a company has ordered.
	static List<Map<String, Object>> ordersOf(DemoTenant tenant, String organisation, LocalDate today) {
		return orders(tenant, organisation, MOST, today);
	}

	/// What a person has asked.
	static List<Map<String, Object>> cases(DemoPerson person, LocalDate today) {
		Random random = random(person.tenant(), person.crmId());
		List<String> about = (person.tenant() == DemoTenant.NORDCYKEL) ? QUESTIONS : NORWEGIAN_QUESTIONS;
		return IntStream.range(0, person.number() % 3).mapToObj((number) -> {
			LocalDate opened = today.minusDays(10 + random.nextInt(300));
			Map<String, Object> values = new LinkedHashMap<>();
			values.put("number", String.valueOf(7_000 + person.number() * 3 + number));
			values.put("opened", opened.toString());
			values.put("subject", about.get(random.nextInt(about.size())));
			values.put("status", (number == 0) ? "open" : "closed");
			if (number > 0) {
				values.put("closed", opened.plusDays(3).toString());
			}
			return said("C-" + values.get("number"), opened, person.tenant(), values);
		}).toList();
	}

	private static List<Map<String, Object>> orders(DemoTenant tenant, String owner, int count, LocalDate today) {
		Random random = random(tenant, owner);
		Map<String, Integer> prices = (tenant == DemoTenant.NORDCYKEL) ? BIKES : BOOKS;
		List<String> goods = prices.keySet().stream().sorted().toList();
		int first = 40_000 + Math.floorMod(owner.hashCode(), 50_000);
		return IntStream.range(0, count).mapToObj((number) -> {
			LocalDate date = today.minusDays(2 + number * 70L + random.nextInt(60));
			Map<String, Object> values = new LinkedHashMap<>();
			values.put("number", String.valueOf(first + count - number));
			values.put("date", date.toString());
			String what = goods.get(random.nextInt(goods.size()));
			values.put("description", what);
			values.put("amount", String.valueOf(prices.get(what)));
			values.put("status", (number == 0) ? "sent" : (random.nextInt(9) == 0) ? "cancelled" : "delivered");
			return said("O-" + values.get("number"), date, tenant, values);
		}).toList();
	}

	private static Map<String, Object> said(String id, LocalDate day, DemoTenant tenant, Map<String, Object> values) {
		return Map.of("id", id, "revision", 1, "at",
				day.atTime(LocalTime.NOON).atZone(ZoneId.of(tenant.timeZone())).toInstant().toString(), "values",
				values);
	}

	private static Random random(DemoTenant tenant, String owner) {
		return new Random(SEED + 31L * owner.hashCode() + tenant.ordinal());
	}

}
