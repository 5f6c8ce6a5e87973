package dev.insyn.pagekit.console;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// A table whose search, sort, filters and paging are done on the server and stand in its address. Built up once, then
/// drawn by [Console#table].
public final class Table {

	private final String id;

	private final String name;

	private final TableQuery query;

	final List<Column> columns = new ArrayList<>();

	final List<Row> rows = new ArrayList<>();

	final List<Filter> filters = new ArrayList<>();

	final List<Action> bulk = new ArrayList<>();

	private @Nullable String search;

	private @Nullable Sort sort;

	private @Nullable Long total;

	private boolean atLeast;

	private boolean confidential;

	Paging paging = Paging.none();

	Empty empty = Empty.of("");

	private Table(String id, String name, TableQuery query) {
		this.id = id;
		this.name = name;
		this.query = query;
	}

	/// @param id of the element; one table on a page
	/// @param name what the rows are, for screen readers: "Contacts"
	public static Table of(String id, String name, TableQuery query) {
		return new Table(id, name, query);
	}

	public Table columns(Column... columns) {
		this.columns.addAll(Arrays.asList(columns));
		return this;
	}

	public Table rows(List<Row> rows) {
		this.rows.addAll(rows);
		return this;
	}

	/// The sort that the rows are in.
	public Table sorted(Sort by) {
		this.sort = by;
		return this;
	}

	/// There is a search ([TableQuery#search]); the label says in what.
	public Table search(String label) {
		this.search = label;
		return this;
	}

	public Table filter(Filter filter) {
		this.filters.add(filter);
		return this;
	}

	/// How many rows there are on all pages.
	public Table total(long number) {
		this.total = number;
		return this;
	}

	/// There are this many rows and perhaps more, where counting them all would be slow.
	public Table totalAtLeast(long number) {
		this.total = number;
		this.atLeast = true;
		return this;
	}

	public Table paging(Paging paging) {
		this.paging = paging;
		return this;
	}

	/// What stands here while there are no rows at all. A search without hits has its own
	/// words.
	public Table empty(Empty empty) {
		this.empty = empty;
		return this;
	}

	/// A form post with all chosen rows (`selected`, one per row that has
	/// [Row#chosenAs]).
	public Table bulk(Action post) {
		this.bulk.add(post);
		return this;
	}

	/// Search and filters are personal data, which must not stand in addresses: they are
	/// posted to the same path
	/// instead, whose controller answers POST as it answers GET.
	public Table confidential() {
		this.confidential = true;
		return this;
	}

	/// Nothing is here at all, so there is nothing to search in.
	public boolean bare() {
		return this.rows.isEmpty() && !this.query.narrowed() && this.query.page() == 1 && this.query.after().isEmpty();
	}

	/// Whether rows have actions on the spot.
	public boolean acts() {
		return this.rows.stream().anyMatch((row) -> !row.actions().isEmpty());
	}

	public @Nullable String ariaSort(Column column) {
		Sort by = this.sort;
		if (by == null || !by.key().equals(column.sort())) {
			return null;
		}
		return by.descending() ? "descending" : "ascending";
	}

	/// What a click on the column's head sorts by.
	public String nextSort(Column column) {
		String key = String.valueOf(column.sort());
		Sort by = this.sort;
		return (by != null && by.key().equals(key)) ? by.turned().word() : key;
	}

	/// How many rows there are, as far as is known.
	public String totalInWords(Texts texts) {
		Long number = this.total;
		if (number == null) {
			return "";
		}
		String figure = NumberFormat.getIntegerInstance(texts.locale()).format(number);
		return texts.get((number == 1) ? "console.table.total.one" : "console.table.total.other",
				this.atLeast ? figure + "+" : figure);
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public TableQuery query() {
		return this.query;
	}

	public List<Column> columns() {
		return this.columns;
	}

	public List<Row> rows() {
		return this.rows;
	}

	public List<Filter> filters() {
		return this.filters;
	}

	public List<Action> bulk() {
		return this.bulk;
	}

	public @Nullable String search() {
		return this.search;
	}

	public @Nullable Sort sort() {
		return this.sort;
	}

	public boolean isConfidential() {
		return this.confidential;
	}

	public Paging paging() {
		return this.paging;
	}

	public Empty empty() {
		return this.empty;
	}

}
