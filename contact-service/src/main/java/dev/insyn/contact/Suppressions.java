package dev.insyn.contact;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Remembers that somebody objected to marketing when everything else about it is gone, so that the objection holds when a
/// CRM brings the person back (GDPR Art. 21 (3), 17 (3) (b)). All that rests is a time under keyed hashes of the contact's
/// id and of its address: who it was can't be read out of them, only recognised.
@Component
public class Suppressions {

	/// How a mark says that it comes from here.
	static final String REMEMBERED = "remembered";

	private static final int CODE_BYTES = 20;

	private final TenantDocuments<Suppression> documents;

	private final TenantKeys keys;

	Suppressions(TenantDocumentsFactory database, TenantKeys keys) {
		this.documents = database.of("suppressions", Suppression.class);
		this.keys = keys;
	}

	/// To be called before what it is made of is destroyed.
	void keep(TenantId tenant, Contact contact) {
		Standing.Mark objection = contact.standing().objection();
		if (objection != null) {
			codes(tenant, contact).forEach((code) -> insert(tenant, code, objection.at()));
		}
	}

	/// The same for one of whom nothing but the id is left.
	void keep(TenantId tenant, ContactId contact, Instant at) {
		insert(tenant, code(tenant, "contact", contact.value()), at);
	}

	/// Who has taken the objection back is not to be reminded of it.
	void forget(TenantId tenant, Contact contact) {
		codes(tenant, contact).forEach((code) -> this.documents.delete(tenant, code));
	}

	/// A contact as it comes back: with the objection it once made, if it made one.
	/// @param actor who brings it
	public Contact recall(TenantId tenant, Contact contact, String actor) {
		Optional<Instant> objected = this.documents.findAll(tenant, codes(tenant, contact))
			.stream()
			.map(Stored::state)
			.map(Suppression::objectedAt)
			.min(Instant::compareTo);
		return objected
			.map((at) -> contact.with(contact.standing().objecting(new Standing.Mark(at, REMEMBERED, actor, null))))
			.orElse(contact);
	}

	private void insert(TenantId tenant, String code, Instant at) {
		try {
			this.documents.insert(tenant, code, Change.of(new Suppression(at)));
		}
		catch (AlreadyExists before) {
			// the first objection is the one that counts
		}
	}

	private List<String> codes(TenantId tenant, Contact contact) {
		return Stream
			.concat(Stream.of(code(tenant, "contact", contact.id().value())),
					(contact.value(Contact.EMAIL) instanceof String email)
							? Stream.of(code(tenant, "email", email.strip().toLowerCase(Locale.ROOT))) : Stream.empty())
			.toList();
	}

	private String code(TenantId tenant, String what, String value) {
		return HexFormat.of().formatHex(this.keys.of(tenant).suppressionCode(what + "|" + value), 0, CODE_BYTES);
	}

	/// When somebody objected, whoever it was.
	record Suppression(Instant objectedAt) {
	}

}
