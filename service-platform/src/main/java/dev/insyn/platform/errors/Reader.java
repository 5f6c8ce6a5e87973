package dev.insyn.platform.errors;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// Who reads the answer: a program or a person, and in which language.
final class Reader {

	private Reader() {
	}

	/// True if HTML is asked for, and not less than JSON.
	static boolean wantsHtml(HttpServletRequest request) {
		try {
			List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
			MimeTypeUtils.sortBySpecificity(accepted);
			double html = quality(accepted, MediaType.TEXT_HTML);
			return html > 0 && html >= quality(accepted, MediaType.APPLICATION_JSON);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/// Of the languages we write, the one the reader likes best; English if none.
	static Locale locale(HttpServletRequest request) {
		String languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
		if (languages == null || languages.isBlank()) {
			return Locale.ENGLISH;
		}
		try {
			List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(languages.replaceAll("\\b(no|nn)\\b", "nb"));
			Locale found = Locale.lookup(ranges, ErrorTexts.LOCALES);
			return (found != null) ? found : Locale.ENGLISH;
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

	private static double quality(List<MediaType> accepted, MediaType type) {
		return accepted.stream()
			.filter((range) -> !range.isWildcardType() && range.includes(type))
			.mapToDouble(MediaType::getQualityValue)
			.max()
			.orElse(0);
	}

}
