package dev.insyn.token.portal;

import java.util.List;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.LanguageLink;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.Tenant;

/// Somebody at the door of a tenant's portal: where, in which look and language.
///
/// @param languages that the tenant's pages speak, the default first
/// @param chosen whether the language was asked for by hand; it then sticks
record Visit(Tenant tenant, Brand brand, List<String> languages, Texts texts, boolean chosen) {

	String home() {
		return "/portal/" + this.tenant.id();
	}

	/// An address of the portal, in the language that was asked for.
	String to(String below) {
		return home() + below + (this.chosen ? "?lang=" + this.texts.language() : "");
	}

	/// The same with something to say there.
	/// @param query `name` or `name=value`
	String to(String below, String query) {
		return home() + below + "?" + query + (this.chosen ? "&lang=" + this.texts.language() : "");
	}

	String language() {
		return this.chosen ? this.texts.language() : "";
	}

	List<LanguageLink> switches(String below) {
		return this.languages.stream()
			.map((language) -> new LanguageLink(language, home() + below + "?lang=" + language,
					language.equals(this.texts.language())))
			.toList();
	}

}
