package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.insyn.notification.HeaderText;

/// How merge fields are written: `{{contact.first-name}}`, `{{contact.first-name | there}}` with what to say without a
/// value, and `_P05_Edit your data_` for a link to page 5, of which the text between the last two underscores is clicked.
final class MergeSyntax {

	/// Stand around a field's number while the words are made HTML. Nobody can type them:
	/// they are taken out first.
	static final char OPEN = '\uE000';

	static final char CLOSE = '\uE001';

	private static final Pattern PRIVATE_USE = Pattern.compile("[\uE000-\uF8FF]");

	private static final Pattern FIELD = Pattern.compile(
			"\\{\\{\\s*(contact|organisation|user|company)\\.([a-z0-9][a-z0-9-]{0,59})\\s*(?:\\|([^{}|\\n]{0,80}))?}}"
					+ "|_(P\\d{2,6})_([^_\\n]{1,120})_");

	private static final Pattern BROKEN = Pattern.compile("\\{\\{[^\\n]{0,40}|_P\\d{1,6}_[^\\n]{0,40}");

	private MergeSyntax() {
	}

	/// The words with a marked number in place of each field.
	static Marked mark(String words) {
		List<MergeField> fields = new ArrayList<>();
		Matcher matcher = FIELD.matcher(PRIVATE_USE.matcher(words).replaceAll(""));
		String marked = matcher.replaceAll((found) -> {
			fields.add(read(found));
			return String.valueOf(OPEN) + (fields.size() - 1) + CLOSE;
		});
		List<String> broken = BROKEN.matcher(marked)
			.results()
			.map((found) -> HeaderText.of(found.group().replaceAll(OPEN + "\\d+" + CLOSE, "…")))
			.toList();
		return new Marked(marked, List.copyOf(fields), broken);
	}

	private static MergeField read(MatchResult found) {
		if (found.group(4) != null) {
			return new MergeField(MergeField.Kind.PAGE, found.group(4), found.group(5).strip(), found.group());
		}
		String otherwise = found.group(3);
		return new MergeField(MergeField.Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT)), found.group(2),
				(otherwise != null) ? otherwise.strip() : null, found.group());
	}

	/// @param broken what looks like a field and is none
	record Marked(String words, List<MergeField> fields, List<String> broken) {
	}

}
