package dev.insyn.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.contact.records.Report;
import dev.insyn.contact.records.Reports;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows contacts to themselves, through a page.
@RestController
class ContactController {

	private final Contacts contacts;

	private final Reports reports;

	private final ViewingContacts viewing;

	private final Clock clock;

	ContactController(Contacts contacts, Reports reports, ViewingContacts viewing, Clock clock) {
		this.contacts = contacts;
		this.reports = reports;
		this.viewing = viewing;
		this.clock = clock;
	}

	/// What a page shows: to its contact, or to a user who looks at the page with the
	/// contact's data, which is told.
	/// @param fields the fields wanted; all if the parameter is absent
	/// @param reports what the page's reports ask for, as [Report] is written
	@GetMapping("/contacts/{id}")
	View own(@PathVariable String id, @RequestParam(required = false) @Nullable Set<String> fields,
			@RequestParam(required = false) @Nullable List<String> reports, Caller caller) {
		switch (caller) {
			case ContactCaller own -> own(own.contact(), id);
			case PortalCaller own -> own(own.contact(), id);
			case ClientCaller client -> client.require("contacts.read");
			case UserCaller user -> user.require(RequiredLevel.READS);
		}
		List<Report> asked = Reports.asked((reports != null) ? reports : List.of());
		Contact contact = contact(caller, id);
		if (caller instanceof UserCaller user) {
			this.viewing.viewed(contact.id(), user);
		}
		View view = View.of(contact, fields)
			.showing(asked.isEmpty() ? null : this.reports.about(caller.tenant(), subject(contact), asked));
		return (caller instanceof ContactCaller || caller instanceof PortalCaller)
				? view.changing(EmailWish.of(contact, this.clock.instant())) : view;
	}

	private static void own(String contact, String asked) {
		if (!contact.equals(asked)) {
			throw new NoSuchContact();
		}
	}

	private static Reports.Subject subject(Contact contact) {
		return new Reports.Subject(contact.id().value(), contact.crm().source(), contact.organisationId());
	}

	private Contact contact(Caller caller, String id) {
		return this.contacts.get(caller.tenant(), ContactId.parse(id).orElseThrow(NoSuchContact::new)).contact();
	}

	/// Some of what is held about a contact.
	///
	/// @param organisation the CRM's id of the one that it belongs to
	/// @param organisationName absent where nobody has told
	@JsonInclude(JsonInclude.Include.ALWAYS)
	record View(String id, long version, String displayName, @Nullable String organisation,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String organisationName, Map<String, Held> fields,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Reports.Answer> reports,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EmailWish emailChange,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Forbidden standing) {

		static View of(Contact contact, @Nullable Set<String> wanted) {
			Map<String, Held> fields = new LinkedHashMap<>();
			contact.present().forEach((field, value) -> {
				if (wanted == null || wanted.contains(field)) {
					fields.put(field, Held.of(value));
				}
			});
			return new View(contact.id().value(), contact.version(), contact.displayName(), contact.organisationId(),
					contact.organisationName(), fields, null, null, Forbidden.of(contact.standing()));
		}

		/// @param answers to the page's reports, in the order in which they were asked
		/// for
		View showing(@Nullable List<Reports.Answer> answers) {
			return new View(this.id, this.version, this.displayName, this.organisation, this.organisationName,
					this.fields, answers, this.emailChange, this.standing);
		}

		/// @param wish for another e-mail address, that the contact itself is told of
		View changing(@Nullable EmailWish wish) {
			return new View(this.id, this.version, this.displayName, this.organisation, this.organisationName,
					this.fields, this.reports, wish, this.standing);
		}

		@Override
		public String toString() {
			return "View[" + this.id + "]";
		}

	}

	/// The e-mail address that the contact asked for and has not proven yet.
	///
	/// @param open whether a code can be entered
	record EmailWish(String address, Instant expires, int triesLeft, boolean open) {

		static @Nullable EmailWish of(Contact contact, Instant now) {
			return contact.emailChanges()
				.told(now)
				.map((change) -> new EmailWish(change.address(), change.expires(), change.triesLeft(),
						change.isOpen(now)))
				.orElse(null);
		}

		@Override
		public String toString() {
			return "EmailWish[]";
		}

	}

	/// What the contact's rights forbid, since when; absent while they forbid nothing.
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Forbidden(@Nullable Instant marketingObjectedAt, @Nullable Instant restrictedAt) {

		static @Nullable Forbidden of(Standing standing) {
			return standing.equals(Standing.FREE) ? null
					: new Forbidden(at(standing.objection()), at(standing.restriction()));
		}

		private static @Nullable Instant at(Standing.@Nullable Mark mark) {
			return (mark != null) ? mark.at() : null;
		}

	}

	/// A field's value with where it came from.
	record Held(Object value, long version, Instant at, String source) {

		static Held of(FieldValue value) {
			return new Held(Objects.requireNonNull(value.value()), value.version(), value.provenance().at(),
					value.provenance().source());
		}

		@Override
		public String toString() {
			return "Held[version=" + this.version + "]";
		}

	}

}
