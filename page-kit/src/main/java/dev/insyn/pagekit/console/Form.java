package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A console form: fields in groups, a button, perhaps a way back. Built up once, then drawn by [Console#form].
public final class Form {

	private final String id;

	private final String address;

	final List<Group> groups = new ArrayList<>();

	final Map<String, String> hidden = new LinkedHashMap<>();

	private @Nullable Action submit;

	private @Nullable Action cancel;

	private boolean upload;

	private boolean guarded = true;

	private boolean unsaved;

	private Form(String id, String address) {
		this.id = id;
		this.address = address;
	}

	/// A form that posts to an address of this site.
	public static Form post(String id, String address) {
		return new Form(id, address);
	}

	/// Fields that belong to no group.
	public Form fields(Field... fields) {
		this.groups.add(new Group(null, null, Arrays.asList(fields), null));
		return this;
	}

	/// Fields under a heading, which may have a sentence below.
	public Form group(String heading, @Nullable String sentence, Field... fields) {
		this.groups.add(new Group(heading, sentence, Arrays.asList(fields), null));
		return this;
	}

	/// Whatever a service draws itself, between groups.
	public Form content(Content content) {
		this.groups.add(new Group(null, null, List.of(), content));
		return this;
	}

	/// A value that goes with the form, such as the version that was shown.
	public Form hidden(String name, String value) {
		this.hidden.put(name, value);
		return this;
	}

	/// The button's label.
	public Form submit(String label) {
		this.submit = Action.submit(label, this.id).primary();
		return this;
	}

	/// The button, when it is not the usual one (red, for harm).
	public Form submit(Action action) {
		this.submit = action;
		return this;
	}

	/// A link beside the button, back to where one came from.
	public Form cancel(String label, String address) {
		this.cancel = Action.link(label, address).quiet();
		return this;
	}

	/// The form carries files.
	public Form upload() {
		this.upload = true;
		return this;
	}

	/// Leaving it with unsaved changes asks nothing.
	public Form unguarded() {
		this.guarded = false;
		return this;
	}

	/// It holds what was typed and not kept, as it was only drawn anew.
	public Form unsaved() {
		this.unsaved = true;
		return this;
	}

	/// The fields in which something is wrong, for [Console#errors].
	public List<Field> wrong() {
		return this.groups.stream().flatMap((group) -> group.fields().stream()).filter(Field::wrong).toList();
	}

	public String id() {
		return this.id;
	}

	public String address() {
		return this.address;
	}

	public List<Group> groups() {
		return this.groups;
	}

	public Map<String, String> hidden() {
		return this.hidden;
	}

	public @Nullable Action submit() {
		return this.submit;
	}

	public @Nullable Action cancel() {
		return this.cancel;
	}

	public boolean isUpload() {
		return this.upload;
	}

	public boolean isGuarded() {
		return this.guarded;
	}

	public boolean isUnsaved() {
		return this.unsaved;
	}

	/// Fields that stand together.
	public record Group(@Nullable String heading, @Nullable String sentence, List<Field> fields,
			@Nullable Content content) {

	}

}
