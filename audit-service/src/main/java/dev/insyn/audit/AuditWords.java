package dev.insyn.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;

import org.springframework.stereotype.Component;

/// Says in the user's language what records say in codes.
@Component
class AuditWords {

	/// The types that there are; others are shown by their code.
	static final List<String> TYPES = List.of("contact.data-updated", "contact.data-confirmed", "contact.registered",
			"contact.deleted", "contact.email-change-requested", "contact.email-changed", "contact.key-handed-out",
			"contact.viewed", "field-catalogue.changed", "record-type.changed", "segment.changed",
			"contact.restriction-lifted", "contact.restricted", "contact.marketing-objection-lifted",
			"contact.marketing-objected", "user.signed-in", "user.sign-in-refused", "user.signed-out",
			"user.session-revoked", "user.access-refused", "theme.changed", "landing-page.archived",
			"crm.contact-upserted", "crm.contact-deleted", "crm.records-upserted", "crm.records-deleted",
			"landing-page.published", "landing-page.update-refused", "landing-page.update-undeliverable",
			"access-code.requested", "portal.signed-in", "portal.signed-out", "portal.access-changed", "link.issued",
			"link.opened", "link.revoked", "link.requested", "email.sent", "email.failed", "email.bounced",
			"activity.created", "activity.changed", "activity.completed", "mailing.started", "mailing.paused",
			"mailing.resumed", "mailing.finished");

	private final TextBook book = TextBook.console("/dev/insyn/audit/console/");

	private final Tenants tenants;

	private final Clock clock;

	AuditWords(Tenants tenants, Clock clock) {
		this.tenants = tenants;
		this.clock = clock;
	}

	Texts texts(UserCaller caller) {
		return this.book.in(caller.language());
	}

	Times times(UserCaller caller) {
		return new Times(texts(caller), this.tenants.get(caller.tenant()).timeZone(), this.clock);
	}

	/// `contact.data-updated.v1` in words.
	static String type(Texts texts, String type) {
		return texts.find("audit.type." + withoutVersion(type)).orElse(type);
	}

	static List<Choice> types(Texts texts) {
		return TYPES.stream()
			.map((type) -> Choice.of(type + ".v1", texts.get("audit.type." + type)))
			.sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
			.toList();
	}

	/// `user:0f3a` as "User" with the id below, or as oneself.
	static Content actor(Texts texts, UserCaller caller, String actor) {
		if (actor.equals(caller.actor().toString())) {
			return Cell.text(texts.get("audit.actor.you"));
		}
		int colon = actor.indexOf(':');
		String kind = (colon > 0) ? actor.substring(0, colon) : "";
		Optional<String> word = texts.find("audit.actor." + kind);
		return word.map((name) -> Cell.text(name, actor.substring(colon + 1))).orElseGet(() -> Cell.code(actor));
	}

	/// All that a person may mean by what was typed into the filter: `user:0f3a`, or the
	/// id alone.
	static List<String> actors(String typed) {
		return typed.contains(":") ? List.of(typed)
				: Stream.of("user", "contact", "client", "system").map((kind) -> kind + ":" + typed).toList();
	}

	private static String withoutVersion(String type) {
		return type.replaceFirst("\\.v\\d+$", "");
	}

	/// The version of a text for what a verification found.
	static String finding(Texts texts, Finding finding) {
		return texts.get("audit.finding." + finding.kind(), finding.firstBad());
	}

	/// What a record's remark says; an unknown one as it is.
	static String remark(Texts texts, String remark) {
		return texts.get(REMARKS.getOrDefault(remark, remark));
	}

	private static final Map<String, String> REMARKS = Map.of(Payload.PLAIN_VALUES, "audit.remark.plain-values",
			Payload.NO_EVENT, "audit.remark.no-event", Payload.UNREADABLE, "audit.remark.unreadable");

}
