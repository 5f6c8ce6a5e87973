package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.insyn.notification.template.CompiledTemplate;
import dev.insyn.notification.template.Finding;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Templates;
import dev.insyn.notification.template.TemplateChecks;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What users and clients do with a mailing.
@Component
class MailingActs {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	private static final int LONGEST_NAME = 120;

	private static final int MOST_PER_SECOND = 1000;

	private final Mailings mailings;

	private final Templates templates;

	private final TemplateChecks checks;

	private final Counting counting;

	private final MailingDispatcher dispatcher;

	private final Clock clock = Clock.systemUTC();

	MailingActs(Mailings mailings, Templates templates, TemplateChecks checks, Counting counting,
			MailingDispatcher dispatcher) {
		this.mailings = mailings;
		this.templates = templates;
		this.checks = checks;
		this.counting = counting;
		this.dispatcher = dispatcher;
	}

	/// Who would get it is found out from now on.
	Stored<Mailing> create(TenantId tenant, @Nullable String name, String template, Audience audience, int perSecond,
			Actor by) {
		MailTemplate words = this.templates.find(tenant, template)
			.map(Stored::state)
			.orElseThrow(() -> invalid("template"));
		check(audience);
		if (perSecond < 0 || perSecond > MOST_PER_SECOND) {
			throw invalid("perSecond");
		}
		String called = (name == null || name.isBlank()) ? words.name() : name.strip();
		if (called.length() > LONGEST_NAME) {
			throw invalid("name");
		}
		Stored<Mailing> created = this.mailings.add(tenant, Mailing.draft(called, template, words.kind(), audience,
				by.toString(), perSecond, this.clock.instant()));
		this.dispatcher.wake();
		return created;
	}

	private static void check(Audience audience) {
		boolean byHand = audience.kind() == Audience.Kind.CONTACTS;
		if (byHand && (audience.contacts().isEmpty() || audience.contacts().size() > Audience.MOST_BY_HAND
				|| !audience.contacts().stream().allMatch(ID.asMatchPredicate()))) {
			throw invalid("contacts");
		}
		if (!byHand && (audience.id() == null || !ID.matcher(audience.id()).matches())) {
			throw invalid("segment");
		}
	}

	/// To those of a mailing that have not answered, or were not reached.
	Stored<Mailing> followUp(TenantId tenant, String id, Audience.Kind kind, String name, Actor by) {
		Mailing earlier = get(tenant, id).state();
		return create(tenant, name.substring(0, Math.min(name.length(), LONGEST_NAME)), earlier.template(),
				Audience.of(kind, id), earlier.perSecond(), by);
	}

	/// @param at null for now
	/// @throws Problem 422 if the template has to be mended first, 409 if the mailing is
	/// no draft
	void send(TenantId tenant, String id, @Nullable Instant at, Actor by) {
		Stored<Mailing> mailing = get(tenant, id);
		List<Finding> findings = findings(mailing);
		if (!findings.isEmpty()) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:template-unsound",
					"The template has to be mended first")
				.with("findings", findings.stream().map(FindingAnswer::of).toList());
		}
		Instant now = this.clock.instant();
		if (at != null && at.isBefore(now)) {
			throw invalid("at");
		}
		change(tenant, id, Mailing::isDraft, (draft) -> draft.scheduled(by.toString(), at, now), null);
	}

	/// What has to be mended in the template as it is now.
	List<Finding> findings(Stored<Mailing> mailing) {
		return this.templates.find(mailing.tenant(), mailing.state().template())
			.map((template) -> this.checks.check(mailing.tenant(), new CompiledTemplate(template.state())))
			.orElse(List.of(new Finding(Finding.Code.NO_WORDS, "", "", "")));
	}

	/// A mailing that waits for its time is a draft again.
	void unschedule(TenantId tenant, String id) {
		change(tenant, id, (mailing) -> mailing.status() == Mailing.Status.SCHEDULED,
				(mailing) -> mailing.backToDraft(this.clock.instant()), null);
	}

	/// Looks again who would get it.
	void lookAgain(TenantId tenant, String id) {
		change(tenant, id, Mailing::isDraft, (mailing) -> mailing.lookedAtAgain(this.clock.instant()), null);
	}

	void pause(TenantId tenant, String id, Actor by) {
		change(tenant, id, (mailing) -> mailing.status() == Mailing.Status.SENDING, (mailing) -> mailing.paused(null),
				MailingMessaging.paused(tenant, id, null, by, this.clock.instant()));
	}

	void resume(TenantId tenant, String id, Actor by) {
		Instant now = this.clock.instant();
		change(tenant, id, (mailing) -> mailing.status() == Mailing.Status.PAUSED, (mailing) -> mailing.resumed(now),
				MailingMessaging.resumed(tenant, id, by, now));
	}

	/// What is being handed over at this moment still goes out; nothing after it.
	void cancel(TenantId tenant, String id, Actor by) {
		Instant now = this.clock.instant();
		change(tenant, id,
				(mailing) -> mailing.status() == Mailing.Status.SENDING || mailing.status() == Mailing.Status.PAUSED,
				(mailing) -> mailing.ended(Mailing.Status.CANCELLED, now), MailingMessaging.finished(tenant, id,
						Mailing.Status.CANCELLED, this.counting.now(tenant, id), by, now));
	}

	/// @throws Problem 409 if anything of it was sent
	void delete(TenantId tenant, String id) {
		if (!get(tenant, id).state().isDraft()) {
			throw wrongState(get(tenant, id).state());
		}
		this.mailings.delete(tenant, id);
	}

	Stored<Mailing> get(TenantId tenant, String id) {
		return this.mailings.find(tenant, id).orElseThrow(MailingActs::unknown);
	}

	private void change(TenantId tenant, String id, Predicate<Mailing> when, UnaryOperator<Mailing> act,
			@Nullable OutgoingEvent event) {
		try {
			this.mailings.change(tenant, id, (mailing) -> {
				if (!when.test(mailing)) {
					throw wrongState(mailing);
				}
				Change<Mailing> change = Change.of(act.apply(mailing));
				return (event != null) ? change.with(event) : change;
			});
			this.dispatcher.wake();
		}
		catch (NotFound gone) {
			throw unknown();
		}
	}

	private static Problem unknown() {
		return new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found", "No such mailing");
	}

	private static Problem wrongState(Mailing mailing) {
		return new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:mailing-state",
				"The mailing is " + mailing.status().code())
			.with("status", mailing.status().code());
	}

	private static Problem invalid(String member) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-mailing",
				"The mailing can't be so: " + member)
			.with("member", member);
	}

	/// As JSON says what has to be mended.
	record FindingAnswer(String code, String language, String part, String subject) {

		static FindingAnswer of(Finding finding) {
			return new FindingAnswer(finding.code().code(), finding.language(), finding.part(), finding.subject());
		}

	}

}
