package dev.insyn.page.pages;

import java.util.List;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A page that must not be published: a field or record type on it is unknown, or lacks purpose, legal basis or retention
/// (GDPR Art. 13).
public final class NotPublishable extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient List<String> fields;

	private final transient List<String> recordTypes;

	private NotPublishable(List<String> fields, List<String> recordTypes) {
		super(HttpStatus.CONFLICT, "urn:insyn:problem:not-publishable",
				"Without purpose, legal basis or retention: fields " + fields + ", record types " + recordTypes);
		this.fields = fields;
		this.recordTypes = recordTypes;
		with("fields", fields);
		with("recordTypes", recordTypes);
	}

	/// Keys of the fields that lack something.
	public List<String> fields() {
		return this.fields;
	}

	/// Keys of the record types that lack something.
	public List<String> recordTypes() {
		return this.recordTypes;
	}

	static void check(PageContent content, Register register) {
		List<String> fields = content.fieldKeys()
			.stream()
			.filter((key) -> register.field(key).filter(Register::isLawful).isEmpty())
			.toList();
		List<String> types = content.recordTypes()
			.stream()
			.filter((key) -> register.recordType(key).filter(Register::isLawful).isEmpty())
			.toList();
		if (!fields.isEmpty() || !types.isEmpty()) {
			throw new NotPublishable(fields, types);
		}
	}

}
