package dev.insyn.contact.update;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.EmailChanges;
import dev.insyn.contact.FieldChange;
import dev.insyn.contact.NoSuchContact;
import dev.insyn.contact.Receipt;
import dev.insyn.contact.keys.EncryptionKeys;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.security.UserCaller;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes a contact's updates: from the contact itself while it is at the page, or sealed and later from the service that
/// kept them while this one was away.
@RestController
class UpdateController {

	private static final Pattern PAGE = Pattern.compile("P\\d{2,9}");

	private final UpdatingOwnData updating;

	private final EncryptionKeys keys;

	private final JsonMapper json;

	private final Clock clock;

	UpdateController(UpdatingOwnData updating, EncryptionKeys keys, JsonMapper json, Clock clock) {
		this.updating = updating;
		this.keys = keys;
		this.json = json;
		this.clock = clock;
	}

	@PostMapping("/contacts/{id}/updates")
	Answer update(@PathVariable String id, @RequestHeader("Idempotency-Key") String key,
			@RequestBody SubmittedUpdate body, Caller caller) {
		ContactId contact = ContactId.parse(id).orElseThrow(NoSuchContact::new);
		PageUpdate page = switch (caller) {
			case ContactCaller own -> own(contact, body, own);
			case PortalCaller own -> own(contact, body, own);
			case ClientCaller client -> delivered(body, client);
			case UserCaller user -> throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:not-a-contact",
					"Only a contact updates its own data");
		};
		return Answer.of(this.updating.update(caller.tenant(), contact, new IdempotencyKey(key), page));
	}

	private PageUpdate own(ContactId contact, SubmittedUpdate body, ContactCaller caller) {
		if (!caller.contact().equals(contact.value())) {
			throw new NoSuchContact();
		}
		if (!caller.page().equals(body.page()) || (body.link() != null && !body.link().equals(caller.link()))) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:other-page",
					"The token was issued for another page or link");
		}
		return page(body, caller.link(), this.clock.instant(), List.of());
	}

	/// From the portal: any page, which landing-page-service has found to stand there,
	/// and
	/// no link.
	private PageUpdate own(ContactId contact, SubmittedUpdate body, PortalCaller caller) {
		if (!caller.contact().equals(contact.value())) {
			throw new NoSuchContact();
		}
		if (body.link() != null) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:other-page", "The portal has no links");
		}
		return page(body, null, this.clock.instant(), List.of());
	}

	private PageUpdate delivered(SubmittedUpdate body, ClientCaller client) {
		client.require("contacts.deliver");
		if (body.sealed() == null) {
			throw malformed("A delivered update is sealed");
		}
		SubmittedUpdate opened = open(body.sealed());
		Instant now = this.clock.instant();
		Instant at = Objects.requireNonNullElse(opened.submittedAt(), now);
		return page(opened, opened.link(), at.isAfter(now) ? now : at,
				Objects.requireNonNull(body.follows()).stream().map(IdempotencyKey::new).toList());
	}

	private SubmittedUpdate open(String sealed) {
		try {
			return this.json.readValue(this.keys.open(sealed), SubmittedUpdate.class);
		}
		catch (CannotOpen | JacksonException unreadable) {
			throw malformed("The sealed update can't be opened or read");
		}
	}

	private static PageUpdate page(SubmittedUpdate body, @Nullable String link, Instant at,
			List<IdempotencyKey> follows) {
		if (body.page() == null || !PAGE.matcher(body.page()).matches()) {
			throw malformed("An update names its page, as P05");
		}
		return new PageUpdate(body.page(), body.pageVersion(), link, at, Objects.requireNonNull(body.shown()),
				Objects.requireNonNull(body.changes()), Objects.requireNonNull(body.hidden()), body.logNote(),
				body.language(), follows);
	}

	private static Problem malformed(String detail) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:malformed-update", detail);
	}

	/// What became of the update.
	///
	/// @param repeated present and true when this update had been applied before
	/// @param emailChange present when another e-mail address is wanted: `code-sent`,
	/// `already-asked` or `limit`
	record Answer(String outcome, long version, List<FieldChange> changed,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean repeated,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String emailChange) {

		static Answer of(Contacts.Receipted receipted) {
			Receipt receipt = receipted.receipt();
			return new Answer(receipt.outcome(), receipt.version(), receipt.changed(),
					receipted.repeated() ? Boolean.TRUE : null, EmailChanges.code(receipt.emailChange()));
		}

	}

}
