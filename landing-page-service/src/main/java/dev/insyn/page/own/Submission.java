package dev.insyn.page.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.fields.FieldType;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/// What a form sent, not yet believed. Names that begin with `_` are the form's own.
record Submission(MultiValueMap<String, String> values) {

	static final String VERSION = "_version";

	static final String LINK = "_link";

	static final String FORM = "_form";

	static final String SHOWN = "_shown";

	static final String CONFLICT = "_conflict";

	static final String CHOOSE = "_choose.";

	static final String ACT = "act";

	static final List<String> ADDRESS_PARTS = List.of("line1", "line2", "postalCode", "city", "country");

	private static final Set<String> OWN = Set.of(VERSION, LINK, FORM, SHOWN, CONFLICT, ACT, "lang");

	/// The first value of a name, or the empty string.
	String first(String name) {
		String value = this.values.getFirst(name);
		return (value != null) ? value : "";
	}

	boolean confirms() {
		return first(ACT).equals("confirm");
	}

	boolean isOf(LivePage page) {
		return first(VERSION).equals(String.valueOf(page.version()));
	}

	/// Whether it was drawn for this link. A form without the name is old, not foreign.
	boolean isOfLink(String link) {
		String own = first(LINK);
		return own.isEmpty() || own.equals(link);
	}

	/// An id that the form was given when it was drawn, and keeps when it is sent again.
	/// @return null if it has not the shape of one
	@Nullable String form() {
		String form = first(FORM);
		return form.matches("[A-Za-z0-9_-]{16,64}") ? form : null;
	}

	/// The names that are neither the form's own nor inputs of an editable field of the
	/// page.
	Strays strays(LivePage page) {
		Set<String> editable = inputs(page);
		List<String> readOnly = new ArrayList<>();
		int unknown = 0;
		for (String name : this.values.keySet()) {
			if (OWN.contains(name) || editable.contains(name) || isChoice(name, editable)) {
				continue;
			}
			String key = name.split("\\.", 2)[0];
			if (page.knownKeys().contains(key) && !editable.contains(key)) {
				readOnly.add(key);
			}
			else {
				unknown++;
			}
		}
		return new Strays(readOnly.stream().distinct().sorted().toList(), unknown);
	}

	/// Whether the form has this field at all: what it does not have, the contact did not
	/// touch.
	boolean has(PageField field, FieldType type) {
		return (type == FieldType.ADDRESS)
				? ADDRESS_PARTS.stream().anyMatch((part) -> this.values.containsKey(field.key() + "." + part))
				: this.values.containsKey(field.key());
	}

	/// What was typed or chosen, as field-types reads it.
	Object raw(PageField field, FieldType type) {
		return switch (type) {
			case ADDRESS -> address(field.key());
			case CHOICES -> chosen(field.key());
			default -> first(field.key());
		};
	}

	Map<String, String> address(String key) {
		Map<String, String> parts = new java.util.LinkedHashMap<>();
		ADDRESS_PARTS.forEach((part) -> parts.put(part, first(key + "." + part)));
		return parts;
	}

	List<String> chosen(String key) {
		return this.values.getOrDefault(key, List.of()).stream().filter((value) -> !value.isBlank()).toList();
	}

	private static boolean isChoice(String name, Set<String> editable) {
		return name.startsWith(CHOOSE) && editable.contains(name.substring(CHOOSE.length()));
	}

	private static Set<String> inputs(LivePage page) {
		Set<String> names = new java.util.HashSet<>();
		for (PageField field : page.content().editable()) {
			names.add(field.key());
			if (page.definition(field).type() == FieldType.ADDRESS) {
				ADDRESS_PARTS.forEach((part) -> names.add(field.key() + "." + part));
			}
		}
		return names;
	}

	@Override
	public String toString() {
		return "Submission" + this.values.keySet();
	}

	/// What should not have been in the form.
	///
	/// @param readOnly keys of fields that stand on the page but can't be changed there
	/// @param unknown how many names mean nothing; their text came from outside and is
	/// not repeated
	record Strays(List<String> readOnly, int unknown) {

		boolean isEmpty() {
			return this.readOnly.isEmpty() && this.unknown == 0;
		}

	}

}
