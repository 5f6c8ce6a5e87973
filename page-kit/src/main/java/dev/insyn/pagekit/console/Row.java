package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.List;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A row of a table. Its first cell is its name; a click anywhere on it opens its address.
///
/// @param address where the detail is; null if there is none
/// @param actions what can be done with it on the spot
/// @param value what stands for it when several are chosen; null if it can't be chosen
public record Row(@Nullable String address, List<Content> cells, List<Action> actions, @Nullable String value) {

	/// A row that opens a detail.
	public static Row to(String address, Content... cells) {
		return new Row(address, List.of(cells), List.of(), null);
	}

	/// A row that opens nothing.
	public static Row of(Content... cells) {
		return new Row(null, List.of(cells), List.of(), null);
	}

	/// The same row with something to do with it.
	public Row action(Action action) {
		List<Action> more = new ArrayList<>(this.actions);
		more.add(action);
		return new Row(this.address, this.cells, more, this.value);
	}

	/// The same row, which can be chosen with others.
	public Row chosenAs(String value) {
		return new Row(this.address, this.cells, this.actions, value);
	}

}
