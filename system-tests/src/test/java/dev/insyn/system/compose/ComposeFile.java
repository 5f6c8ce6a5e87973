package dev.insyn.system.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A compose file as Docker reads it: anchors and merges resolved, variables put in from `.env`.
final class ComposeFile {

	/// `${NAME}`, `${NAME:-default}` or `${NAME:?complaint}`; `$$` is a dollar.
	private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\{(\\w+)(?::([-?])([^}]*))?}");

	private final Map<String, ComposeService> services = new TreeMap<>();

	private final Map<String, String> variables;

	private final TreeSet<String> unset = new TreeSet<>();

	private final TreeSet<String> undemanded = new TreeSet<>();

	private ComposeFile(Map<String, String> variables) {
		this.variables = variables;
	}

	static ComposeFile read(String yaml, Map<String, String> variables) {
		ComposeFile file = new ComposeFile(variables);
		LoaderOptions strict = new LoaderOptions();
		strict.setAllowDuplicateKeys(false);
		Map<String, Object> root = new Yaml(new SafeConstructor(strict)).load(yaml);
		map(root.get("services")).forEach(
				(name, content) -> file.services.put(name, new ComposeService(name, map(file.interpolated(content)))));
		return file;
	}

	Map<String, ComposeService> services() {
		return this.services;
	}

	/// Those built here, not taken from elsewhere.
	List<ComposeService> own() {
		return this.services.values().stream().filter(ComposeService::isBuiltHere).toList();
	}

	/// Variables without a value in `.env`.
	TreeSet<String> unset() {
		return this.unset;
	}

	/// Variables for whose absence Docker would not stop with a complaint.
	TreeSet<String> undemanded() {
		return this.undemanded;
	}

	private Object interpolated(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Map<?, ?> map -> {
				Map<String, Object> copy = new TreeMap<>();
				map.forEach((key, entry) -> copy.put(key.toString(), interpolated(entry)));
				yield copy;
			}
			case List<?> list -> {
				List<Object> copy = new ArrayList<>();
				list.forEach((entry) -> copy.add(interpolated(entry)));
				yield copy;
			}
			case String text -> VARIABLE.matcher(text).replaceAll(this::value);
			default -> value.toString();
		};
	}

	private String value(java.util.regex.MatchResult variable) {
		if (variable.group(1) == null) {
			return "\\$";
		}
		String value = this.variables.getOrDefault(variable.group(1), "");
		if (value.isEmpty() && "-".equals(variable.group(2))) {
			return Matcher.quoteReplacement(variable.group(3));
		}
		if (!"?".equals(variable.group(2))) {
			this.undemanded.add(variable.group(1));
		}
		if (value.isEmpty()) {
			this.unset.add(variable.group(1));
		}
		return Matcher.quoteReplacement(value);
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(@Nullable Object value) {
		return (value != null) ? (Map<String, Object>) value : Map.of();
	}

}
