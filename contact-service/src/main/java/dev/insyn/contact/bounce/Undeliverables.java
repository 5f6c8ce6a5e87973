package dev.insyn.contact.bounce;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.insyn.contact.Contact;
import dev.insyn.contact.FieldValue;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Which contacts have an address that takes no mail.
@Component
public class Undeliverables {

	/// The address, or its mailbox, is the fault, and for good: X.1.X and a mailbox that
	/// is closed (RFC 3463 3.2 and 3.3). A
	/// full mailbox or a message that nobody wants says nothing against it.
	private static final Pattern ADDRESS_AT_FAULT = Pattern.compile("5\\.(1\\.[0-6]|1\\.10|2\\.1)");

	private final TenantDocuments<Undeliverable> documents;

	Undeliverables(TenantDocumentsFactory factory) {
		this.documents = factory.of("undeliverable_addresses", Undeliverable.class);
	}

	/// @param status of the failure (RFC 3463)
	void cameBack(TenantId tenant, String contact, String status, Instant sent, Instant at, String event) {
		if (ADDRESS_AT_FAULT.matcher(status).matches()) {
			this.documents.upsertOnce(tenant, contact, event,
					(known) -> known.filter((newer) -> !newer.sent().isBefore(sent))
						.map(Change::unchanged)
						.orElseGet(() -> Change.of(new Undeliverable(sent, at))));
		}
	}

	/// @return empty also if the contact has another address since
	public Optional<Undeliverable> of(TenantId tenant, Contact contact) {
		FieldValue email = contact.present().get(Contact.EMAIL);
		return (email == null) ? Optional.empty()
				: this.documents.find(tenant, contact.id().value())
					.map(Stored::state)
					.filter((bounce) -> !bounce.sent().isBefore(email.provenance().at()));
	}

}
