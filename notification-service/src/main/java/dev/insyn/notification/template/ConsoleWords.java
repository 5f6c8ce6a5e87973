package dev.insyn.notification.template;

import java.time.Clock;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// The texts of the screens of mailings and templates, and what these have in common.
@Component
public class ConsoleWords {

	private final TextBook book = TextBook.console("/dev/insyn/notification/mailing/console/");

	private final Tenants tenants;

	private final Clock clock = Clock.systemUTC();

	ConsoleWords(Tenants tenants) {
		this.tenants = tenants;
	}

	public Texts texts(UserCaller caller) {
		return this.book.in(caller.language());
	}

	public Times times(UserCaller caller) {
		return new Times(texts(caller), this.tenants.get(caller.tenant()).timeZone(), this.clock);
	}

	public Tenant tenant(TenantId tenant) {
		return this.tenants.get(tenant);
	}

	/// The frame of the two lists.
	public ConsoleFrame lists(UserCaller caller, ConsoleUser user, boolean mailings) {
		Texts texts = texts(caller);
		return ConsoleFrame
			.of(texts, texts.get(mailings ? "console.section.mailings" : "templates.title"), Section.MAILINGS, user)
			.lead(texts.get(mailings ? "mailings.lead" : "templates.lead"))
			.tab(texts.get("console.section.mailings"), "/admin/mailings", mailings)
			.tab(texts.get("templates.title"), TemplateScreens.ADDRESS, !mailings);
	}

	/// What has to be mended, in words.
	public static String finding(Texts texts, Finding finding) {
		String where = finding.language().isEmpty() ? ""
				: dev.insyn.pagekit.console.Field.languageName(finding.language()) + ": ";
		String part = finding.part().isEmpty() ? "" : texts.get("template." + finding.part());
		return where + texts.get("template.finding." + finding.code().code(), finding.subject(), part);
	}

}
