package dev.insyn.page.own;

import java.util.List;

import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Everything that the template of an *edit own data* page needs.
///
/// @param correctionAddress a `mailto:` address for what the contact can't change; null if the tenant has none
/// @param header the fields under the logo; empty if they are not known now
/// @param hidden the form's own inputs
record OwnDataView(Texts texts, String title, @Nullable Content intro, List<SummaryEntry> errors, List<Notice> notices,
		List<Fact> header, @Nullable String correctionAddress, String action, List<Hidden> hidden, List<FormPart> parts,
		List<ReportTable> reports, @Nullable EmailPending emailPending, Buttons buttons, Privacy privacy) {

	/// The two buttons.
	///
	/// @param disabled in a preview, which sends nothing
	/// @param absent where nothing can be sent
	record Buttons(String update, boolean disabled, boolean absent) {
	}

	/// Another e-mail address that waits for its code, and where that is entered.
	record EmailPending(String text, String address) {

		@Override
		public String toString() {
			return "EmailPending[]";
		}

	}

	/// A hidden input.
	record Hidden(String name, String value) {

	}

	/// Who is responsible, and why each field is kept.
	record Privacy(String responsible, @Nullable String contactEmail, List<PrivacyFacts> facts) {

	}

}
