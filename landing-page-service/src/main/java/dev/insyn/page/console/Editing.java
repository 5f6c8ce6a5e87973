package dev.insyn.page.console;

import java.util.List;
import java.util.Locale;

import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenant;

/// Someone at work on a part of a page: what a tab draws from.
///
/// @param content the draft, with what was typed taken over as far as it could be read
/// @param values what stands in the form
/// @param troubles what is wrong with what was typed
record Editing(Texts texts, ConsoleUser user, Tenant tenant, Stored<LandingPage> page, PageContent content,
		Register register, FormValues values, Troubles troubles, Users.Known users) {

	/// What was just added.
	static final String ADDED = "added";

	/// Whether the row was just added: whoever adds something sets it up next.
	boolean isNew(String row) {
		return this.values.get(ADDED).equals(row);
	}

	/// The languages that texts are asked for in.
	List<String> languages() {
		return this.content.languages().isEmpty() ? this.tenant.languages() : this.content.languages();
	}

	/// How the user writes dates, numbers and phones.
	Locale locale() {
		return Locale.of(this.texts.language(), this.tenant.country());
	}

	String address() {
		return PageScreens.address(this.page.id());
	}

}
