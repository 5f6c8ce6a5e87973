package dev.insyn.pagekit.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Something the user can do: a link, a form post of its own, the submit button of a form, or a question first.
///
/// @param address where the link leads or the form goes; for a question, the confirmation page for who has no script
/// @param target the id of the form to submit, or of the dialog to open
/// @param values what the form post carries
public record Action(String label, Kind kind, String address, @Nullable String target, Map<String, String> values,
		Style style) {

	/// A link.
	public static Action link(String label, String address) {
		return new Action(label, Kind.LINK, address, null, Map.of(), Style.PLAIN);
	}

	/// A form post without questions, to an address of this site.
	public static Action post(String label, String address) {
		return new Action(label, Kind.POST, address, null, Map.of(), Style.PLAIN);
	}

	/// Submits the form of that id, wherever the button stands.
	public static Action submit(String label, String formId) {
		return new Action(label, Kind.SUBMIT, "", formId, Map.of(), Style.PLAIN);
	}

	/// Opens the dialog of that id, which must be on the page; without script it is a
	/// link to the address, where the same
	/// question is a page ([Console#confirmation]).
	public static Action ask(String label, String dialogId, String address) {
		return new Action(label, Kind.ASK, address, dialogId, Map.of(), Style.PLAIN);
	}

	/// The screen's one main action.
	public Action primary() {
		return styled(Style.PRIMARY);
	}

	/// Harm: red.
	public Action danger() {
		return styled(Style.DANGER);
	}

	/// Text only, for rows and for beside a button.
	public Action quiet() {
		return styled(Style.QUIET);
	}

	/// The post also carries this.
	public Action with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.values);
		more.put(name, value);
		return new Action(this.label, this.kind, this.address, this.target, more, this.style);
	}

	private Action styled(Style other) {
		return new Action(this.label, this.kind, this.address, this.target, this.values, other);
	}

	/// The style classes.
	public String css() {
		return (this.style == Style.PLAIN) ? "button" : "button " + this.style.name().toLowerCase(Locale.ROOT);
	}

	/// What happens on a click.
	public enum Kind {

		LINK, POST, SUBMIT, ASK

	}

	/// How loud it is.
	public enum Style {

		PLAIN, PRIMARY, DANGER, QUIET

	}

}
