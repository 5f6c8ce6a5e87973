package dev.insyn.platform.errors;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What people are told, by status and language: what happened and what they can do.
public record ErrorTexts(String title, String text) {

	static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.of("sv"), Locale.of("da"), Locale.of("nb"),
			Locale.of("fi"), Locale.GERMAN);

	private static final List<Integer> TOLD_APART = List.of(400, 401, 403, 404, 409, 413, 422, 429, 500, 503);

	/// @param status the HTTP status; one without texts of its own gets those of 400 or
	/// 500
	public static ErrorTexts of(int status, Locale locale) {
		int key = TOLD_APART.contains(status) ? status : (status == 502 || status == 504) ? 503
				: (status == 405 || status == 410) ? 404 : (status < 500) ? 400 : 500;
		ResourceBundle texts = ResourceBundle.getBundle("dev.insyn.platform.errors.texts", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return new ErrorTexts(texts.getString(key + ".title"), texts.getString(key + ".text"));
	}

}
