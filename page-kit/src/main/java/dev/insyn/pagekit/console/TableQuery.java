package dev.insyn.pagekit.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// What of a table is asked for, as it stands in the address: search, sort, filters, page. Controllers may take it as an
/// argument.
///
/// @param path the screen's own address, to which the table's links lead
/// @param parameters everything else of the address
public record TableQuery(String path, Map<String, List<String>> parameters) {

	/// The parameter of the search.
	public static final String SEARCH = "q";

	/// The parameter of the sort.
	public static final String SORT = "sort";

	/// The parameter of the page's number.
	public static final String PAGE = "page";

	/// The parameter of the place after which the next rows begin.
	public static final String AFTER = "after";

	private static final int LONGEST = 200;

	private static final int LAST_PAGE = 1_000_000;

	/// From a servlet's parameters.
	public static TableQuery of(String path, Map<String, String[]> parameters) {
		Map<String, List<String>> copy = new LinkedHashMap<>();
		parameters.forEach((name, values) -> copy.put(name,
				Arrays.stream(values).filter((value) -> !value.isBlank() && value.length() <= LONGEST).toList()));
		copy.values().removeIf(List::isEmpty);
		copy.remove("done");
		return new TableQuery(path, copy);
	}

	/// What is searched for; empty if nothing is.
	public String search() {
		return value(SEARCH).map(String::strip).orElse("");
	}

	/// The value of a filter.
	public Optional<String> value(String name) {
		return values(name).stream().findFirst();
	}

	/// The values of a filter of which several may be chosen.
	public List<String> values(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	/// The sort asked for, if it is one of these; else the first, which may be descending
	/// (`-changed`).
	public Sort sort(String otherwise, String... others) {
		Sort usual = Sort.read(otherwise);
		return value(SORT).map(Sort::read)
			.filter((asked) -> asked.key().equals(usual.key()) || List.of(others).contains(asked.key()))
			.orElse(usual);
	}

	/// The page's number, from 1.
	public int page() {
		return value(PAGE).filter((number) -> number.matches("[1-9][0-9]{0,6}"))
			.map(Integer::parseInt)
			.filter((number) -> number <= LAST_PAGE)
			.orElse(1);
	}

	/// The place after which the rows begin, as [Paging#more] gave it.
	public Optional<String> after() {
		return value(AFTER);
	}

	/// Whether anything narrows the table down.
	public boolean narrowed() {
		return this.parameters.keySet().stream().anyMatch((name) -> !List.of(SORT, PAGE, AFTER).contains(name));
	}

	/// The address with one parameter changed; null takes it out. Any change but of the
	/// page itself leads to the first
	/// page.
	public String with(String name, @Nullable String value) {
		Map<String, List<String>> changed = new LinkedHashMap<>(this.parameters);
		changed.remove(PAGE);
		changed.remove(AFTER);
		changed.remove(name);
		if (value != null) {
			changed.put(name, List.of(value));
		}
		return address(changed);
	}

	/// The address as it is.
	public String address() {
		return address(this.parameters);
	}

	private String address(Map<String, List<String>> parameters) {
		String query = parameters.entrySet()
			.stream()
			.flatMap(
					(entry) -> entry.getValue().stream().map((value) -> encoded(entry.getKey()) + "=" + encoded(value)))
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? this.path : this.path + "?" + query;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
