package dev.insyn.stack.crm;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// What people, streets and towns of a country are called.
///
/// @param firstNames 40 of them, and 41 last names: then no full name comes twice among 1,640 people
record NameBook(String domain, List<String> firstNames, List<String> lastNames, List<String> titles,
		List<String> businesses, List<String> streets, List<Town> towns, Function<Random, String> mobiles,
		Function<Random, String> phones) {

	private static final NameBook SWEDISH = new NameBook("kund.example", words("""
			Anna Erik Maria Lars Karin Johan Eva Anders Sara Mikael Lena Per Kerstin Nils Emma Björn Malin Gustav \
			Åsa Magnus Ingrid Fredrik Hanna Oskar Ulla Mats Linnéa Viktor Birgitta Jonas Elsa Henrik Amira Yusuf \
			Astrid Samir Frida Axel Märta Olof"""), words("""
			Lindqvist Andersson Bergström Nyström Håkansson Öberg Sjögren Ekström Forsberg Wallin Hedlund Åkesson \
			Lundgren Sandström Blomqvist Norén Dahlberg Söderlund Engström Hellström Ström Isaksson Björklund \
			Ahmadi Kovačević Löfgren Nordin Palmqvist Rydberg Stenberg Tornberg Vikström Westerlund Ågren Hjelm \
			Fransson Gustavsson Malmberg Ödman Persson Claesson"""),
			List.of("Inköpare", "Verkstadschef", "Butikschef", "Ekonomiansvarig", "Cykelmekaniker", "Hållbarhetschef",
					"Verksamhetsledare", "Vd"),
			List.of("Cykelverkstad AB", "Cykel & Fritid AB", "Sportaffär", "Cykelbud AB", "Lådcyklar AB"),
			List.of("Storgatan", "Kungsgatan", "Björkvägen", "Skolgatan", "Järnvägsgatan", "Hamngatan", "Ringvägen",
					"Södra Promenaden", "Åkervägen", "Nygatan"),
			List.of(new Town("411 05", "Göteborg"), new Town("111 22", "Stockholm"), new Town("211 34", "Malmö"),
					new Town("903 26", "Umeå"), new Town("753 20", "Uppsala"), new Town("702 10", "Örebro"),
					new Town("582 23", "Linköping"), new Town("831 30", "Östersund")),
			(random) -> "+46701740" + (605 + random.nextInt(95)),
			(random) -> "+46313900" + (600 + random.nextInt(100)));

	private static final NameBook NORWEGIAN = new NameBook("kunde.example", words("""
			Ingrid Ola Kari Lars Marit Per Silje Knut Astrid Bjørn Hilde Øyvind Nora Magnus Tone Håkon Sofie Geir \
			Solveig Trond Emma Sindre Ragnhild Eirik Åse Torbjørn Ida Jonas Sunniva Kristian Liv Vegard Fatima \
			Mohammed Turid Anders Thea Henrik Randi Espen"""), words("""
			Hansen Solberg Bakken Haugen Lie Dahl Berge Moen Strand Nygård Myhre Sæther Aas Ødegård Lund Holm \
			Kristoffersen Vik Sørensen Eide Hagen Fjeld Rønning Tveit Gundersen Lunde Brekke Hovland Bjørnstad \
			Ali Nguyen Aune Foss Grønli Heggelund Iversen Kvamme Løken Nilsen Opsahl Øien"""),
			List.of("Bibliotekar", "Innkjøper", "Lærer", "Bokhandler", "Redaktør", "Rektor", "Daglig leder"),
			List.of("Bokhandel AS", "Bibliotek", "Antikvariat AS", "Skole", "Bokklubb"),
			List.of("Storgata", "Kirkegata", "Fjordveien", "Skolegata", "Bjørkeveien", "Strandgata", "Ringveien",
					"Havnegata", "Åsveien", "Elvegata"),
			List.of(new Town("0150", "Oslo"), new Town("5003", "Bergen"), new Town("7010", "Trondheim"),
					new Town("4006", "Stavanger"), new Town("9008", "Tromsø"), new Town("6002", "Ålesund"),
					new Town("8006", "Bodø")),
			(random) -> "+4740000" + (100 + random.nextInt(900)), (random) -> "+4722000" + (100 + random.nextInt(900)));

	NameBook {
		if (firstNames.size() != 40 || lastNames.size() != 41) {
			throw new IllegalArgumentException(firstNames.size() + " first and " + lastNames.size() + " last names");
		}
	}

	static NameBook of(DemoTenant tenant) {
		return switch (tenant) {
			case NORDCYKEL -> SWEDISH;
			case FJORDBOK -> NORWEGIAN;
		};
	}

	String firstName(int number) {
		return this.firstNames.get(number % this.firstNames.size());
	}

	String lastName(int number) {
		return this.lastNames.get((number / this.firstNames.size() + number * 7) % this.lastNames.size());
	}

	/// What a company is called; as many as towns and businesses allow have a name of
	/// their own.
	String company(int number) {
		return this.towns.get(number % this.towns.size()).name() + " "
				+ this.businesses.get(number % this.businesses.size());
	}

	/// How often all names have been used before this person.
	int roundOf(int number) {
		return number / (this.firstNames.size() * this.lastNames.size());
	}

	String mobile(Random random) {
		return this.mobiles.apply(random);
	}

	String phone(Random random) {
		return this.phones.apply(random);
	}

	private static List<String> words(String text) {
		return Arrays.asList(text.split(" "));
	}

	record Town(String postalCode, String name) {
	}

}
