package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A template's words in one language, made ready to be filled in.
final class CompiledWords {

	private final String language;

	private final List<Finding> findings = new ArrayList<>();

	private final List<MergeField> fields = new ArrayList<>();

	private final Skeleton subject;

	private final Skeleton preheader;

	private final Skeleton html;

	private final Skeleton plain;

	CompiledWords(String language, Words words) {
		this.language = language;
		this.subject = line("subject", words.subject());
		this.preheader = line("preheader", words.preheader());
		MergeSyntax.Marked body = mark("body", words.body());
		MarkdownMail markdown = new MarkdownMail(body.words());
		this.html = Skeleton.ofHtml(markdown.html(), body.fields());
		this.plain = Skeleton.of(markdown.plain(), body.fields());
		markdown.fieldsInAddresses().forEach((text) -> find(Finding.Code.FIELD_IN_ADDRESS, "body", text));
		if (words.subject().isBlank()) {
			find(Finding.Code.MISSING, "subject", "");
		}
		if (words.body().isBlank()) {
			find(Finding.Code.MISSING, "body", "");
		}
	}

	private Skeleton line(String part, String words) {
		MergeSyntax.Marked marked = mark(part, words);
		marked.fields()
			.stream()
			.filter((field) -> field.kind() == MergeField.Kind.PAGE)
			.forEach((field) -> find(Finding.Code.PAGE_OUTSIDE_BODY, part, field.written()));
		return Skeleton.of(marked.words(), marked.fields());
	}

	private MergeSyntax.Marked mark(String part, String words) {
		MergeSyntax.Marked marked = MergeSyntax.mark(words);
		this.fields.addAll(marked.fields());
		marked.broken().forEach((broken) -> find(Finding.Code.NOT_UNDERSTOOD, part, broken));
		return marked;
	}

	private void find(Finding.Code code, String part, String about) {
		this.findings.add(new Finding(code, this.language, part, about));
	}

	String language() {
		return this.language;
	}

	/// What is wrong with the words alone, whatever the tenant has.
	List<Finding> findings() {
		return this.findings;
	}

	Stream<MergeField> fields() {
		return this.fields.stream();
	}

	Skeleton subject() {
		return this.subject;
	}

	Skeleton preheader() {
		return this.preheader;
	}

	Skeleton html() {
		return this.html;
	}

	Skeleton plain() {
		return this.plain;
	}

}
