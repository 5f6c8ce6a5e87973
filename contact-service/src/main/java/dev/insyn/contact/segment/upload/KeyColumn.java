package dev.insyn.contact.segment.upload;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Which column tells who a row is about, and whether the first row only names the columns.
///
/// @param index from 0
record KeyColumn(Key key, int index, boolean headed) {

	private static final double MOST_OF_THEM = 0.5;

	private static final int LONGEST_HEADING = 60;

	/// @param wanted what contacts are to be found by; null where the file may tell
	/// @param number of the column, from 1; null where the file may tell
	/// @throws FileRefused if no column holds it
	static KeyColumn of(List<List<String>> sample, @Nullable Key wanted, @Nullable Integer number) {
		Key key = wanted;
		Integer index = (number != null) ? number - 1 : null;
		for (Key one : (wanted != null) ? List.of(wanted) : List.of(Key.INSYN, Key.EMAIL, Key.CRM)) {
			if (index == null) {
				index = column(sample, one).orElse(null);
				key = (index != null) ? one : key;
			}
			else if (key == null && share(sample, one, index) >= MOST_OF_THEM) {
				key = one;
			}
		}
		if (key == null || index == null || index < 0 || index >= width(sample)) {
			throw new FileRefused(FileRefused.Reason.NO_COLUMN);
		}
		return new KeyColumn(key, index, isHeaded(sample, key, index));
	}

	String cell(List<String> row) {
		return (this.index < row.size()) ? row.get(this.index) : "";
	}

	private static Optional<Integer> column(List<List<String>> sample, Key key) {
		List<String> first = sample.isEmpty() ? List.of() : sample.getFirst();
		Optional<Integer> named = IntStream.range(0, first.size())
			.filter((index) -> key.isHeading(first.get(index)))
			.boxed()
			.findFirst();
		if (key == Key.CRM) {
			// anything can be a CRM's id, so only its heading tells, or that there is
			// nothing else
			return named.isPresent() ? named : (width(sample) == 1) ? Optional.of(0) : Optional.empty();
		}
		Optional<Integer> best = IntStream.range(0, width(sample))
			.boxed()
			.max(Comparator.comparingDouble((index) -> share(sample, key, index)));
		return best.filter((index) -> share(sample, key, index) >= MOST_OF_THEM).or(() -> named);
	}

	/// How many of the rows that may have one do.
	private static double share(List<List<String>> sample, Key key, int index) {
		List<String> cells = cells(sample.stream(), index);
		boolean heading = cells.size() > 1 && !key.fits(cells.getFirst());
		long fitting = cells.stream().filter(key::fits).count();
		return cells.isEmpty() ? 0 : (double) fitting / (cells.size() - (heading ? 1 : 0));
	}

	/// A first row that could be about somebody is never taken for headings.
	private static boolean isHeaded(List<List<String>> sample, Key key, int index) {
		String first = (index < sample.getFirst().size()) ? sample.getFirst().get(index) : "";
		if (key.isHeading(first)) {
			return true;
		}
		return key != Key.CRM && !key.fits(first) && !first.isEmpty() && first.length() <= LONGEST_HEADING
				&& first.chars().noneMatch((letter) -> letter == '@' || Character.isDigit(letter))
				&& sample.getFirst().stream().noneMatch(Key.EMAIL::fits);
	}

	private static List<String> cells(Stream<List<String>> rows, int index) {
		return rows.map((row) -> (index < row.size()) ? row.get(index) : "").filter((cell) -> !cell.isEmpty()).toList();
	}

	private static int width(List<List<String>> sample) {
		return sample.stream().mapToInt(List::size).max().orElse(0);
	}

}
