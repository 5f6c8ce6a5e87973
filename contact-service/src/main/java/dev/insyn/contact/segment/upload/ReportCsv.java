package dev.insyn.contact.segment.upload;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows for a spreadsheet, none of whose cells it takes for a formula: what begins like one gets an apostrophe before it,
/// as OWASP recommends against CSV injection.
public final class ReportCsv {

	/// So that spreadsheets read it as UTF-8.
	public static final String MARK = "\uFEFF";

	private static final String FORMULAS = "=+-@\t\r\n|%＝＋－＠";

	private ReportCsv() {
	}

	/// A line with its end.
	public static String line(List<String> cells) {
		return cells.stream().map(ReportCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
	}

	/// A line with its end.
	public static String line(String... cells) {
		return line(Stream.of(cells).toList());
	}

	private static String cell(String text) {
		boolean formula = text.codePoints()
			.filter((letter) -> !Character.isWhitespace(letter) || letter == '\t' || letter == '\r' || letter == '\n')
			.findFirst()
			.stream()
			.anyMatch((letter) -> FORMULAS.indexOf(letter) >= 0);
		return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
	}

}
