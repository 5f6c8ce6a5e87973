package dev.insyn.contact.segment.upload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Files as they really come.
class CsvTests {

	private static final String PEOPLE = """
			Namn;E-post;Ort
			Åsa Öberg;asa@kund.example;Malmö
			Bo;BO@kund.example;"Lund
			(södra)"
			"Lind; Anna";anna@kund.example;Ystad
			""";

	@ParameterizedTest
	@CsvSource({ "UTF-8,", "UTF-8,EFBBBF", "windows-1252,", "UTF-16LE,FFFE", "UTF-16BE,FEFF" })
	void readsWhateverExcelWrites(String charset, @Nullable String mark) {
		byte[] text = PEOPLE.replace("\n", "\r\n").getBytes(Charset.forName(charset));
		Wanted wanted = Wanted.read(after(mark, text), null, null);

		assertThat(wanted.key()).isEqualTo(Key.EMAIL);
		assertThat(wanted.rows()).containsOnlyKeys("asa@kund.example", "bo@kund.example", "anna@kund.example");
		assertThat(wanted.rows()).as("a quoted line break begins no row").containsEntry("anna@kund.example", 4L);
		assertThat(wanted.count()).isEqualTo(3);
		assertThat(wanted.refused()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t", "|" })
	void findsTheSeparatorByWhatItDivides(String separator) {
		String text = PEOPLE.replace("\"Lind; Anna\"", "Anna").replace(";", separator);
		assertThat(read(text).rows()).hasSize(3);
	}

	@Test
	void believesASeparatorThatIsSaid() {
		assertThat(read("sep=,\nE-post,x\na;b@kund.example,1\n").refused()).hasSize(1);
		assertThat(read("sep=,\nE-post,x\nb@kund.example,1\n").rows()).containsOnlyKeys("b@kund.example");
	}

	@Test
	void losesNoFirstRowToHeadings() {
		assertThat(read("anna@kund.example\nbo@kund.example\n").rows()).hasSize(2);
		assertThat(read("E-post\nanna@kund.example\n").rows()).hasSize(1);
		Wanted broken = read("anna(at)kund.example;1\nbo@kund.example;2\neva@kund.example;3\n");
		assertThat(broken.refused()).extracting(RefusedRow::row).as("digits stand beside it").isEmpty();
		assertThat(read("anna1 kund.example\nbo@kund.example\neva@kund.example\n").refused())
			.extracting(RefusedRow::row)
			.containsExactly(1L);
	}

	@Test
	void saysOfEachRowWhyNothingCameOfIt() {
		Wanted wanted = read("""
				E-post;Namn
				anna@kund.example;Anna
				;Ingen
				inte en adress;Bo
				ANNA@kund.example;Anna igen

				eva@kund.example;Eva
				""");

		assertThat(wanted.without(Set.of("anna@kund.example"))).containsExactly(
				new RefusedRow(3, RefusedRow.Why.BLANK, ""),
				new RefusedRow(4, RefusedRow.Why.MALFORMED, "inte en adress"),
				new RefusedRow(5, RefusedRow.Why.TWICE, "ANNA@kund.example"),
				new RefusedRow(7, RefusedRow.Why.UNKNOWN, "eva@kund.example"));
		assertThat(wanted.count()).isEqualTo(5);
	}

	@Test
	void findsTheCrmsIdByItsHeadingOrAsTheOnlyColumn() {
		assertThat(read("Namn;Kundnummer\nAnna;NC-1001\n").rows()).containsOnlyKeys("NC-1001");
		assertThat(read("NC-1001\nNC-1002\n").rows()).containsOnlyKeys("NC-1001", "NC-1002");
		assertThat(read("k3v5q7w2m4n6p7r2t4x6z2b4c6;x\n").key()).isEqualTo(Key.INSYN);
		assertThatThrownBy(() -> read("Anna;NC-1001\nBo;NC-1002\n")).isInstanceOf(FileRefused.class)
			.hasMessage("no-column");
		assertThat(Wanted.read(bytes("Anna;NC-1001\nBo;NC-1002\n"), Key.CRM, 2).rows()).containsOnlyKeys("NC-1001",
				"NC-1002");
	}

	/// Red without a look at the content: what a file is called says nothing.
	@Test
	void refusesWhatIsNoCsv() {
		refused("spreadsheet", new byte[] { 0x50, 0x4B, 3, 4, 20, 0 });
		refused("spreadsheet", new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0 });
		refused("no-text", bytes("%PDF-1.7 a@kund.example"));
		refused("no-text", bytes("<!DOCTYPE html><p>a@kund.example"));
		refused("no-text", new byte[] { 'a', '@', 0, 'b', '\n' });
		refused("empty", new byte[0]);
		refused("empty", bytes(" \n \r\n"));
	}

	/// Red when the rest of the file disappears into one cell.
	@Test
	void saysWhereAQuotationMarkIsNeverClosed() {
		assertThatThrownBy(
				() -> read("E-post;Namn\nanna@kund.example;Anna\nbo@kund.example;\"Bo\neva@kund.example;x\n"))
			.isInstanceOf(FileRefused.class)
			.hasMessage("open-quote")
			.extracting((refused) -> ((FileRefused) refused).row())
			.isEqualTo(3L);
	}

	@Test
	void readsOnlySoManyRows() {
		StringBuilder text = new StringBuilder();
		IntStream.rangeClosed(0, CsvRows.MOST).forEach((row) -> text.append('n').append(row).append("@k.example\n"));
		assertThatThrownBy(() -> read(text.toString())).hasMessage("too-many-rows");
	}

	/// Red without the apostrophe: seen so for each of them.
	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+46701234567", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "|calc",
			"=HYPERLINK(\"http://evil.example\";\"x\")", "＝1" })
	void writesNothingThatASpreadsheetTakesForAFormula(String given) {
		assertThat(ReportCsv.line("7", given)).startsWith("\"7\";\"'").endsWith("\"\r\n");
		assertThat(ReportCsv.line(given).substring(1)).startsWith("'");
	}

	@Test
	void quotesWhatWouldEndACell() {
		assertThat(ReportCsv.line("a\";\"=b", "c;d")).isEqualTo("\"a\"\";\"\"=b\";\"c;d\"\r\n");
	}

	@Test
	void namesNobodyInLogs() {
		assertThat(
				new RefusedRow(1, RefusedRow.Why.UNKNOWN, "anna@kund.example").toString() + read("anna@kund.example\n"))
			.doesNotContain("anna");
	}

	private static void refused(String why, byte[] file) {
		assertThatThrownBy(() -> Wanted.read(file, null, null)).isInstanceOf(FileRefused.class).hasMessage(why);
	}

	private static Wanted read(String text) {
		return Wanted.read(bytes(text), null, null);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] after(@Nullable String mark, byte[] text) {
		byte[] first = (mark != null) ? java.util.HexFormat.of().parseHex(mark) : new byte[0];
		byte[] all = new byte[first.length + text.length];
		System.arraycopy(first, 0, all, 0, first.length);
		System.arraycopy(text, 0, all, first.length, text.length);
		return all;
	}

	/// Keeps the list of reasons and its words together.
	static List<String> reasons() {
		return List.of(FileRefused.Reason.values()).stream().map(FileRefused.Reason::code).toList();
	}

}
