package dev.insyn.contact;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.contact.search.Paging;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.security.UserCaller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows contacts to the tenant's users and systems.
@RestController
class ContactsController {

	private static final int MOST = 200;

	private final Contacts contacts;

	private final FindingContacts finding;

	private final ViewingContacts viewing;

	private final HandingOutKeys keys;

	ContactsController(Contacts contacts, FindingContacts finding, ViewingContacts viewing, HandingOutKeys keys) {
		this.contacts = contacts;
		this.finding = finding;
		this.viewing = viewing;
		this.keys = keys;
	}

	/// Everything held. That a user looked is told.
	@GetMapping("/api/contacts/{id}")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("contacts.read")
	ContactController.View one(@PathVariable String id, Caller caller) {
		Contact contact = this.contacts.get(caller.tenant(), ContactId.parse(id).orElseThrow(NoSuchContact::new))
			.contact();
		if (caller instanceof UserCaller user) {
			this.viewing.viewed(contact.id(), user);
		}
		return ContactController.View.of(contact, null);
	}

	/// Those that match every word, what was changed last first.
	/// @param after the `next` of the page before
	@GetMapping("/api/contacts")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("contacts.read")
	Found search(@RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String after, Caller caller) {
		FindingContacts.Page page = this.finding.find(caller.tenant(), query,
				new Paging(after, false, Math.clamp(limit, 1, MOST)));
		return new Found(page.contacts().stream().map(Line::of).toList(), page.next());
	}

	/// The same for who searches by people's names, which stand in no address.
	@PostMapping("/api/contacts/search")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("contacts.read")
	Found searchUnseen(@RequestBody Wanted wanted, Caller caller) {
		return search((wanted.query() != null) ? wanted.query() : "", (wanted.limit() != null) ? wanted.limit() : 50,
				wanted.after(), caller);
	}

	/// The key that opens what the contact's events carry.
	@GetMapping("/api/contacts/{id}/data-key")
	@RequiredScope("contacts.keys")
	ResponseEntity<HandingOutKeys.Jwk> dataKey(@PathVariable String id, ClientCaller caller) {
		ContactId contact = ContactId.parse(id).orElseThrow(NoSuchContact::new);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.keys.handOut(contact, caller));
	}

	/// Who is looked for.
	///
	/// @param query words or their beginnings
	/// @param limit at most 200; 50 where nothing is said
	/// @param after the `next` of the page before
	record Wanted(@Nullable String query, @Nullable Integer limit, @Nullable String after) {

		@Override
		public String toString() {
			return "Wanted[]";
		}

	}

	/// Contacts that were found.
	///
	/// @param next gets the next page; absent where nothing follows
	record Found(List<Line> contacts, @Nullable String next) {
	}

	/// One of them.
	record Line(String id, String displayName, @Nullable Object email, @Nullable String organisation,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String organisationName, String source, String crmId,
			long version, Instant changedAt) {

		static Line of(FindingContacts.Listed listed) {
			Contact contact = listed.contact();
			return new Line(contact.id().value(), contact.displayName(), contact.value("email"),
					contact.organisationId(), contact.organisationName(), contact.crm().source(), contact.crm().crmId(),
					contact.version(), listed.changedAt());
		}

		@Override
		public String toString() {
			return "Line[" + this.id + "]";
		}

	}

}
