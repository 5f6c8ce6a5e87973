package dev.insyn.contact.console;

import java.util.stream.Collectors;

import dev.insyn.contact.records.RecordType;

/// A record of a type as a CRM sends it, before it is sealed.
final class RecordTypeSample {

	private RecordTypeSample() {
	}

	static String of(RecordType type) {
		String values = type.columns()
			.stream()
			.map((column) -> "    \"" + column.key() + "\": " + value(column))
			.collect(Collectors.joining(",\n"));
		return """
				{
				  "id": "4711",
				  "revision": 1,
				  "at": "2026-11-21T12:00:00Z",
				  "values": {
				%s
				  }
				}""".formatted(values);
	}

	private static String value(RecordType.Column column) {
		return switch (column.type()) {
			case NUMBER -> "\"1250.50\"";
			case DATE -> "\"2026-11-21\"";
			case YES_NO -> "\"true\"";
			case COUNTRY -> "\"SE\"";
			case PHONE -> "\"+46812345678\"";
			case EMAIL -> "\"anna@example.org\"";
			case CHOICE ->
				"\"" + column.choices().stream().map((choice) -> choice.value()).findFirst().orElse("") + "\"";
			default -> "\"…\"";
		};
	}

}
