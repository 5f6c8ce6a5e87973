package dev.insyn.contact.segment.upload;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A text as rows of cells, whatever it separates them by. Rows are numbered as a spreadsheet shows them: a line break
/// within quotation marks begins no new one.
final class CsvRows {

	static final int MOST = 200_000;

	private static final int SAMPLE = 100;

	private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

	private final String text;

	private final CSVFormat format;

	private CsvRows(String text, CSVFormat format) {
		this.text = text;
		this.format = format;
	}

	/// @throws FileRefused if a quotation mark is never closed
	static CsvRows of(String text) {
		if (text.startsWith("sep=") && text.length() > 5) {
			int end = text.indexOf('\n');
			return new CsvRows((end > 0) ? text.substring(end + 1) : "", format(text.charAt(4)));
		}
		return new CsvRows(text,
				format(SEPARATORS.stream()
					.max(Comparator.comparingDouble((separator) -> fitness(text, separator)))
					.orElseThrow()));
	}

	/// The first rows, to see what they hold.
	List<List<String>> sample() {
		return sample(this.text, this.format);
	}

	/// @param action hears each row that isn't blank, with its number
	/// @throws FileRefused if there are too many, or one can't be read
	void forEach(BiConsumer<Long, List<String>> action) {
		try (CSVParser parser = parser(this.text, this.format)) {
			long number = 0;
			try {
				for (CSVRecord row : parser) {
					number = row.getRecordNumber();
					if (number > MOST) {
						throw new FileRefused(FileRefused.Reason.TOO_MANY_ROWS);
					}
					List<String> cells = cells(row);
					if (cells.stream().anyMatch((cell) -> !cell.isEmpty())) {
						action.accept(number, cells);
					}
				}
			}
			catch (UncheckedIOException | IllegalStateException broken) {
				throw new FileRefused(FileRefused.Reason.OPEN_QUOTE, number + 1);
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	/// How well a separator divides the text: into how many columns, in how large a share
	/// of rows.
	private static double fitness(String text, char separator) {
		List<List<String>> rows = sample(text, format(separator));
		Map<Integer, Integer> widths = new HashMap<>();
		rows.forEach((row) -> widths.merge(row.size(), 1, Integer::sum));
		return widths.entrySet()
			.stream()
			.filter((width) -> width.getKey() > 1)
			.mapToDouble((width) -> (double) width.getValue() / rows.size() + Math.min(width.getKey(), 50) / 1000.0)
			.max()
			.orElse(0);
	}

	private static List<List<String>> sample(String text, CSVFormat format) {
		List<List<String>> rows = new ArrayList<>();
		try (CSVParser parser = parser(text, format)) {
			for (CSVRecord row : parser) {
				List<String> cells = cells(row);
				if (cells.stream().anyMatch((cell) -> !cell.isEmpty())) {
					rows.add(cells);
				}
				if (rows.size() == SAMPLE) {
					break;
				}
			}
		}
		catch (IOException | UncheckedIOException | IllegalStateException broken) {
			// what came before is the sample
		}
		return rows;
	}

	private static List<String> cells(CSVRecord row) {
		return row.stream().map((cell) -> (cell != null) ? cell.strip() : "").toList();
	}

	private static CSVParser parser(String text, CSVFormat format) throws IOException {
		return CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
	}

	private static CSVFormat format(char separator) {
		return CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreEmptyLines(false)
			.setIgnoreSurroundingSpaces(separator != '\t')
			.setTrailingData(true)
			.get();
	}

}
