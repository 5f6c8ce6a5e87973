package dev.insyn.notification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import dev.insyn.platform.tenancy.Tenant;

/// The fixed texts of mails in one language; English for a language that has none.
public final class MailTexts {

	private final ResourceBundle texts;

	private final Locale locale;

	private MailTexts(Locale locale) {
		this.locale = locale;
		this.texts = ResourceBundle.getBundle("dev.insyn.notification.mail", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	public static MailTexts in(String language) {
		return new MailTexts(Locale.forLanguageTag(language));
	}

	/// @param arguments put in as they are: nothing in them is read as a pattern
	public String get(String key, Object... arguments) {
		return new MessageFormat(this.texts.getString(key), this.locale).format(arguments);
	}

	/// How dates and times are written where the tenant is, in this language.
	Locale locale(Tenant tenant) {
		return Locale.of(this.locale.getLanguage(), tenant.country());
	}

	public Locale locale() {
		return this.locale;
	}

}
