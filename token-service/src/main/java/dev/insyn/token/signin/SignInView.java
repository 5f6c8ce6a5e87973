package dev.insyn.token.signin;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/// What the template of the sign-in draws.
///
/// @param fields none if nobody signs in with a password
/// @param ways those beside the password
/// @param elsewhere where one signs out at the provider too; null if there is nothing to sign out of
public record SignInView(Texts texts, SignInForm form, List<FormField> fields, List<SummaryEntry> errors,
		List<OtherWays.Way> ways, @Nullable Elsewhere elsewhere) {

	public @Nullable Notice notice() {
		SignInForm.News news = this.form.news();
		if (news == null) {
			return null;
		}
		RefusalReason refused = news.refused();
		return (refused != null)
				? Notice.of(Notice.Kind.WARNING, this.texts.get("sign-in.refused.heading"),
						this.texts.get("sign-in.refused." + refused.word()))
				: Notice.of(Notice.Kind.SUCCESS, this.texts.get("sign-in.signed-out"));
	}

	public String to() {
		return this.form.to().value();
	}

	public String address(OtherWays.Way way) {
		boolean anywhere = this.form.to().equals(ConsoleAddress.START);
		return anywhere ? way.address() : way.address() + "?to=" + UriUtils.encode(to(), "UTF-8");
	}

	public String label(OtherWays.Way way) {
		return this.texts.get("sign-in.with", way.name());
	}

	/// @param name of the provider
	public record Elsewhere(String name, String address) {
	}

}
