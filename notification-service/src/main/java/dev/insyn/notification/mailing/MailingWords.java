package dev.insyn.notification.mailing;

import java.util.List;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.template.ConsoleWords;
import dev.insyn.notification.template.Templates;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Says in the user's language what mailings say in codes.
@Component
class MailingWords {

	private final ConsoleWords console;

	private final Mailings mailings;

	private final Segments segments;

	private final Templates templates;

	MailingWords(ConsoleWords console, Mailings mailings, Segments segments, Templates templates) {
		this.console = console;
		this.mailings = mailings;
		this.segments = segments;
		this.templates = templates;
	}

	ConsoleWords console() {
		return this.console;
	}

	static Badge status(Texts texts, Mailing mailing) {
		String word = texts.get("mailing.status." + mailing.status().code());
		return switch (mailing.status()) {
			case DRAFT -> Badge.neutral(word);
			case SCHEDULED, SENDING -> Badge.busy(word);
			case PAUSED -> Badge.warning(word);
			case SENT -> Badge.good(word);
			case CANCELLED -> Badge.neutral(word);
		};
	}

	static Badge state(Texts texts, Recipient recipient) {
		if (recipient.state() == Recipient.State.SENT) {
			String word = texts.get("recipient.answer." + recipient.answer().code());
			return switch (recipient.answer()) {
				case NONE -> Badge.neutral(word);
				case OPENED -> Badge.busy(word);
				case CONFIRMED, UPDATED -> Badge.good(word);
			};
		}
		String word = texts.get("recipient.state." + recipient.state().code());
		return switch (recipient.state()) {
			case FAILED -> Badge.bad(word);
			case LEFT_OUT -> Badge.neutral(word);
			default -> Badge.warning(word);
		};
	}

	static String reason(Texts texts, String code) {
		return texts.find("recipient.reason." + code).orElse(code);
	}

	/// Whom it is for.
	String audience(Texts texts, TenantId tenant, Audience audience) {
		String id = String.valueOf(audience.id());
		return switch (audience.kind()) {
			case SEGMENT -> texts.get("mailing.audience.segment", segment(tenant, id));
			case CONTACTS -> texts.count("mailing.audience.contacts", audience.contacts().size());
			case UNANSWERED -> texts.get("mailing.audience.unanswered", name(tenant, id));
			case NOT_REACHED -> texts.get("mailing.audience.not-reached", name(tenant, id));
		};
	}

	private String segment(TenantId tenant, String id) {
		try {
			return this.segments.all(tenant)
				.stream()
				.filter((segment) -> segment.id().equals(id))
				.map(Segments.Segment::name)
				.findFirst()
				.orElse(id);
		}
		catch (NotDelivered away) {
			return id;
		}
	}

	/// The segments, or none where they can't be had.
	List<Segments.Segment> segments(TenantId tenant) {
		try {
			return this.segments.all(tenant);
		}
		catch (NotDelivered away) {
			return List.of();
		}
	}

	private String name(TenantId tenant, String mailing) {
		return this.mailings.find(tenant, mailing).map((found) -> found.state().name()).orElse(mailing);
	}

	String template(TenantId tenant, String id) {
		return this.templates.find(tenant, id).map(Stored::state).map((found) -> found.name()).orElse("–");
	}

	static String figure(Texts texts, long number) {
		return Cell.figure(texts, number);
	}

}
