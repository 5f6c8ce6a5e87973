package dev.insyn.token.link;

import java.time.Clock;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// The words and the frame of the console's screens about links.
@Component
class LinkWords {

	static final String ADDRESS = "/admin/links";

	private final TextBook book = TextBook.console("/dev/insyn/token/console/");

	private final Pages pages;

	private final Tenants tenants;

	private final Clock clock;

	LinkWords(Pages pages, Tenants tenants, Clock clock) {
		this.pages = pages;
		this.tenants = tenants;
		this.clock = clock;
	}

	Texts texts(ConsoleUser user) {
		return this.book.in(user.language());
	}

	Times times(Texts texts, UserCaller caller) {
		return new Times(texts, this.tenants.get(caller.tenant()).timeZone(), this.clock);
	}

	/// Number and name.
	String page(TenantId tenant, String page, Texts texts) {
		return this.pages.find(tenant, page)
			.flatMap((rules) -> rules.name(texts.language()))
			.map((name) -> page + " " + name)
			.orElse(page);
	}

	static Badge state(Texts texts, LinkState state) {
		String words = texts.get("links.state." + state.code());
		return switch (state) {
			case WORKS -> Badge.good(words);
			case EXPIRED, PAGE_ARCHIVED -> Badge.neutral(words);
			case REVOKED -> Badge.bad(words);
		};
	}

	/// Below the contact, the page, or all links, whichever the screen is about.
	ConsoleFrame frame(Texts texts, String title, ConsoleUser user, TenantId tenant, LinkFilter about) {
		if (about.contact() != null) {
			return ConsoleFrame.of(texts, title, Section.CONTACTS, user)
				.under(texts.get("links.the-contact"), "/admin/contacts/" + about.contact());
		}
		if (about.page() != null) {
			return ConsoleFrame.of(texts, title, Section.LANDING_PAGES, user)
				.under(page(tenant, about.page(), texts), "/admin/pages/" + about.page());
		}
		return ConsoleFrame.of(texts, title, Section.LANDING_PAGES, user);
	}

	/// The list of the same contact, page or mailing.
	static String list(LinkFilter about) {
		return ADDRESS + query(about);
	}

	static String query(LinkFilter about) {
		if (about.contact() != null) {
			return "?contact=" + about.contact();
		}
		if (about.page() != null) {
			return "?page=" + about.page();
		}
		return (about.mailing() != null) ? "?mailing=" + about.mailing() : "";
	}

}
