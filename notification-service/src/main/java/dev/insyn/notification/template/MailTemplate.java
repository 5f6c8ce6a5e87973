package dev.insyn.notification.template;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A mail's words, once for all who get it.
///
/// @param name for the tenant's users
/// @param words per language
/// @param changedBy the user's id, or the client's
public record MailTemplate(String name, Kind kind, Map<String, Words> words, Instant changed, String changedBy) {

	public MailTemplate {
		words = new TreeMap<>(words);
	}

	/// What a mail is for, on which depends who may get it.
	public enum Kind {

		/// What a contact needs to know or asked for.
		SERVICE,

		/// Advertising, which a contact can object to.
		MARKETING;

		/// As JSON and forms say it.
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/// The languages it is written in, those of the tenant first and in their order.
	public List<String> languages(List<String> tenants) {
		List<String> all = new java.util.ArrayList<>(tenants.stream().filter(this.words::containsKey).toList());
		this.words.keySet().stream().filter((language) -> !all.contains(language)).forEach(all::add);
		return all;
	}

	/// The language that a contact gets it in: its own, else the tenant's first that
	/// there is.
	public String languageFor(String own, List<String> tenants) {
		return this.words.containsKey(own) ? own : languages(tenants).getFirst();
	}

}
