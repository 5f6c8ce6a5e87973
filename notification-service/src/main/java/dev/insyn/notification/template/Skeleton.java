package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words with gaps: made once for a mailing, filled in for each contact.
///
/// @param fixed what stands before, between and after the gaps; one more than these
record Skeleton(List<String> fixed, List<Gap> gaps) {

	private static final Pattern MARK = Pattern.compile(MergeSyntax.OPEN + "(\\d+)" + MergeSyntax.CLOSE);

	/// A paragraph that is nothing but one field.
	private static final Pattern ALONE = Pattern
		.compile("<p[^>]*>\\s*" + MergeSyntax.OPEN + "(\\d+)" + MergeSyntax.CLOSE + "\\s*</p>");

	/// @param marked rendered words, with the numbers of fields in marks
	static Skeleton of(String marked, List<MergeField> fields) {
		return of(marked, MARK, fields, false);
	}

	/// The same for HTML, where a page's link that is a paragraph of its own is a button.
	static Skeleton ofHtml(String marked, List<MergeField> fields) {
		List<String> fixed = new ArrayList<>();
		List<Gap> gaps = new ArrayList<>();
		Skeleton paragraphs = of(marked, ALONE, fields, true);
		for (int i = 0; i < paragraphs.fixed.size(); i++) {
			Skeleton inside = of(paragraphs.fixed.get(i), fields);
			fixed.addAll(inside.fixed);
			gaps.addAll(inside.gaps);
			if (i < paragraphs.gaps.size()) {
				gaps.add(paragraphs.gaps.get(i));
			}
		}
		return new Skeleton(fixed, gaps);
	}

	private static Skeleton of(String marked, Pattern pattern, List<MergeField> fields, boolean alone) {
		List<String> fixed = new ArrayList<>();
		List<Gap> gaps = new ArrayList<>();
		Matcher matcher = pattern.matcher(marked);
		int end = 0;
		while (matcher.find()) {
			MergeField field = fields.get(Integer.parseInt(matcher.group(1)));
			if (!alone || field.kind() == MergeField.Kind.PAGE) {
				fixed.add(marked.substring(end, matcher.start()));
				gaps.add(new Gap(field, alone));
				end = matcher.end();
			}
		}
		fixed.add(marked.substring(end));
		return new Skeleton(fixed, gaps);
	}

	String fill(Function<Gap, String> values) {
		StringBuilder filled = new StringBuilder();
		for (int i = 0; i < this.gaps.size(); i++) {
			filled.append(this.fixed.get(i)).append(values.apply(this.gaps.get(i)));
		}
		return filled.append(this.fixed.getLast()).toString();
	}

	/// @param alone whether it is a paragraph of its own
	record Gap(MergeField field, boolean alone) {
	}

}
