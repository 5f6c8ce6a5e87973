package dev.insyn.testing.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `///` comment says: its text, what `@param` says of each parameter, and the problems that `@throws` names with
/// their status.
///
/// @param problems text by HTTP status
record Words(String text, Map<String, String> params, Map<String, String> problems) {

	static final Words NONE = new Words("", Map.of(), Map.of());

	private static final Pattern PARAM = Pattern.compile("param\\s+(\\w+)\\s+(.*)", Pattern.DOTALL);

	private static final Pattern PROBLEM = Pattern.compile("throws\\s+\\S+\\s+(\\d{3})\\s*(.*)", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\[(?:[\\w.]+)?#?(\\w+)(?:\\([^)]*\\))?](?!\\()");

	static Words of(String comment) {
		String[] parts = comment.split("(?m)^\\s*@");
		Map<String, String> params = new LinkedHashMap<>();
		Map<String, String> problems = new LinkedHashMap<>();
		for (int i = 1; i < parts.length; i++) {
			Matcher param = PARAM.matcher(parts[i]);
			Matcher problem = PROBLEM.matcher(parts[i]);
			if (param.matches()) {
				params.put(param.group(1), flowing(param.group(2)));
			}
			else if (problem.matches()) {
				problems.put(problem.group(1), flowing(problem.group(2)));
			}
		}
		return new Words(flowing(parts[0]), params, problems);
	}

	/// The first sentence.
	String summary() {
		int end = this.text.indexOf(". ");
		return (end < 0) ? this.text.replaceFirst("\\.$", "") : this.text.substring(0, end);
	}

	/// Lines were broken for the source; links lead to classes that a reader of the
	/// document does not have.
	private static String flowing(String text) {
		return LINK.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("`$1`");
	}

}
