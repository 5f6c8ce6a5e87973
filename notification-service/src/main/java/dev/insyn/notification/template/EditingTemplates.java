package dev.insyn.notification.template;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Templates are written and changed, by users and clients. What has to be mended before one is sent is no hindrance here:
/// half a template can be saved.
@Component
class EditingTemplates {

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_LINE = 200;

	private static final int LONGEST_BODY = 20_000;

	private final Templates templates;

	private final Clock clock = Clock.systemUTC();

	EditingTemplates(Templates templates) {
		this.templates = templates;
	}

	Stored<MailTemplate> add(TenantId tenant, Draft draft, Actor by) {
		return this.templates.add(tenant, draft.template(this.clock, by));
	}

	/// @param seen the version that the change was made from
	/// @throws TemplateOutdated if somebody else has changed it since
	Stored<MailTemplate> change(TenantId tenant, String id, long seen, Draft draft, Actor by) {
		MailTemplate changed = draft.template(this.clock, by);
		try {
			return this.templates.change(tenant, id, seen, (now) -> changed);
		}
		catch (NotFound gone) {
			throw new TemplateOutdated();
		}
	}

	Stored<MailTemplate> get(TenantId tenant, String id) {
		return this.templates.find(tenant, id)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found",
					"There is no such template"));
	}

	void delete(TenantId tenant, String id) {
		this.templates.delete(tenant, id);
	}

	/// A template as it was sent here.
	record Draft(@Nullable String name, @Nullable String kind, @Nullable Map<String, Words> words) {

		/// @throws Problem 422 if it can't be kept
		MailTemplate template(Clock clock, Actor by) {
			if (this.name == null || this.name.isBlank() || this.name.length() > LONGEST_NAME) {
				throw invalid("name");
			}
			Map<String, Words> kept = new LinkedHashMap<>();
			(this.words != null ? this.words : Map.<String, Words>of()).forEach((language, text) -> {
				check(language, text);
				if (!text.isEmpty()) {
					kept.put(language, text);
				}
			});
			return new MailTemplate(this.name.strip(), purpose(), kept, clock.instant(), by.toString());
		}

		private MailTemplate.Kind purpose() {
			for (MailTemplate.Kind one : MailTemplate.Kind.values()) {
				if (one.code().equals(this.kind)) {
					return one;
				}
			}
			throw invalid("kind");
		}

		@SuppressWarnings("ConstantValue") // from JSON, where anything may be missing
		private static void check(String language, Words words) {
			if (!LANGUAGE.matcher(language).matches() || words == null || words.subject() == null
					|| words.preheader() == null || words.body() == null || words.subject().length() > LONGEST_LINE
					|| words.preheader().length() > LONGEST_LINE || words.body().length() > LONGEST_BODY) {
				throw invalid("words." + language);
			}
		}

		private static Problem invalid(String member) {
			return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-template",
					"The template can't be kept so: " + member)
				.with("member", member);
		}

	}

}
