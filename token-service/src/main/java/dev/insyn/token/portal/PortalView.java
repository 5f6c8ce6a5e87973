package dev.insyn.token.portal;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// What the templates of the portal's door draw.
public record PortalView(Texts texts, List<SummaryEntry> errors, List<Notice> notices, String heading,
		List<String> paragraphs, List<Form> forms, @Nullable Way away) {

	/// A form of the door.
	///
	/// @param heading above it; empty for none
	/// @param text below the heading; empty for none
	/// @param field its one input, if it has one
	/// @param tick a box to tick, if it has one
	/// @param choices buttons that are the form's only input
	/// @param button what sends it; empty if the choices do
	/// @param passkey options for the browser's authenticator, as JSON: the form is sent
	/// by a script, and hidden without
	public record Form(String action, String heading, String text, @Nullable FormField field, @Nullable Tick tick,
			List<Choice> choices, String button, boolean strong, @Nullable Passkey passkey) {

		static Form of(String action, String button) {
			return new Form(action, "", "", null, null, List.of(), button, true, null);
		}

		Form asking(FormField input) {
			return new Form(this.action, this.heading, this.text, input, this.tick, this.choices, this.button,
					this.strong, this.passkey);
		}

		Form ticking(@Nullable Tick box) {
			return new Form(this.action, this.heading, this.text, this.field, box, this.choices, this.button,
					this.strong, this.passkey);
		}

		Form choosing(List<Choice> some) {
			return new Form(this.action, this.heading, this.text, this.field, this.tick, some, "", this.strong,
					this.passkey);
		}

		Form headed(String above, String below) {
			return new Form(this.action, above, below, this.field, this.tick, this.choices, this.button, this.strong,
					this.passkey);
		}

		Form quiet() {
			return new Form(this.action, this.heading, this.text, this.field, this.tick, this.choices, this.button,
					false, this.passkey);
		}

		Form by(Passkey options) {
			return new Form(this.action, this.heading, this.text, this.field, this.tick, this.choices, this.button,
					this.strong, options);
		}

	}

	/// Something to choose by pressing it.
	public record Choice(String value, String label, String below) {
	}

	/// A box to tick.
	public record Tick(String name, String label) {
	}

	/// What a script asks the browser's authenticator.
	///
	/// @param act `create` or `get`
	/// @param options as the standard's JSON form
	public record Passkey(String act, String options) {
	}

	/// A way to another page.
	public record Way(String label, String address) {
	}

}
