package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How one gets to the other rows: by page numbers, or by "more" from a place on.
///
/// @param page the page shown, from 1; 0 where there are no numbers
/// @param next the place to go on from; null where nothing follows
public record Paging(int page, int pages, @Nullable String next) {

	/// Stands for pages that are left out.
	static final int GAP = 0;

	private static final int AROUND = 1;

	/// All rows are here.
	public static Paging none() {
		return new Paging(0, 0, null);
	}

	/// Numbered pages, for tables that can be counted and skipped through.
	public static Paging numbered(int page, int size, long total) {
		int pages = (int) Math.max(1, (total + size - 1) / size);
		return new Paging(Math.min(page, pages), pages, null);
	}

	/// More rows begin after this place ([TableQuery#after]); null if there are none.
	public static Paging more(@Nullable String next) {
		return new Paging(0, 0, next);
	}

	/// The numbers to show: the first, the last, those around the page shown; 0 is a gap.
	public List<Integer> numbers() {
		List<Integer> numbers = new ArrayList<>();
		for (int number = 1; number <= this.pages; number++) {
			if (number == 1 || number == this.pages || Math.abs(number - this.page) <= AROUND) {
				numbers.add(number);
			}
			else if (numbers.getLast() != GAP) {
				numbers.add(GAP);
			}
		}
		return numbers;
	}

}
