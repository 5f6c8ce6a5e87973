package dev.insyn.page.own;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// Everything that the template needs that asks for the code of another e-mail address.
///
/// @param told where the code went, and that the old address holds until it is entered
/// @param code the input; null if the code that was sent can't be entered any more
/// @param changes what else the update changed, which holds already
record EmailView(Texts texts, String title, List<SummaryEntry> errors, List<Notice> notices, List<String> told,
		@Nullable FormField code, String action, List<OwnDataView.Hidden> hidden, List<ReceiptView.Line> changes,
		String back) {

	@Override
	public String toString() {
		return "EmailView[]";
	}

}
