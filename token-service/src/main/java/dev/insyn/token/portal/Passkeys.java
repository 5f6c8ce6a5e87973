package dev.insyn.token.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.session.Browser;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The contacts' passkeys, by what their credential's id hashes to.
@Component
class Passkeys {

	/// More than a person has devices.
	private static final int MOST = 20;

	private final TenantDocuments<Passkey> documents;

	private final TenantDocuments<Offered> offers;

	private final PasskeyCeremony ceremony;

	private final PasskeyChallenges challenges;

	private final Clock clock;

	Passkeys(TenantDocumentsFactory documents, PasskeyCeremony ceremony, PasskeyChallenges challenges, Clock clock) {
		this.documents = documents.of("portal_passkeys", Passkey.class).indexed("contact");
		this.offers = documents.of("portal_passkey_offers", Offered.class);
		this.ceremony = ceremony;
		this.challenges = challenges;
		this.clock = clock;
	}

	/// Adds what the contact's browser made for this challenge.
	/// @return whether it is one
	boolean add(TenantId tenant, String contact, String challenge, String credential, Browser browser,
			String language) {
		if (!this.challenges.spend(tenant, challenge) || of(tenant, contact).size() >= MOST) {
			return false;
		}
		Optional<Passkey> made = this.ceremony.created(contact, challenge, credential, now(), browser);
		made.ifPresent((passkey) -> add(tenant, passkey, language));
		return made.isPresent();
	}

	/// @return the contact whose passkey signed this challenge
	Optional<String> use(TenantId tenant, String challenge, String credential) {
		if (!this.challenges.spend(tenant, challenge)) {
			return Optional.empty();
		}
		return this.ceremony.named(credential)
			.flatMap((id) -> this.documents.find(tenant, id(id)))
			.flatMap((known) -> this.ceremony.signed(known.state(), challenge, credential, now())
				.map((signed) -> counted(tenant, known.id(), signed)))
			.map(Passkey::contact);
	}

	/// Those of a contact, the one used last first.
	List<Stored<Passkey>> of(TenantId tenant, String contact) {
		return this.documents.find(tenant, Criteria.where("contact").is(contact), Sort.by(Sort.Direction.DESC, "used"),
				MOST);
	}

	/// Another contact's is left alone; removing twice changes nothing.
	void remove(TenantId tenant, String contact, String id) {
		try {
			this.documents.change(tenant, id, (passkey) -> {
				if (!passkey.contact().equals(contact)) {
					throw new NotFound("passkeys");
				}
				return Change.unchanged(passkey)
					.with(PortalMessaging.removed(tenant, contact, PortalWay.PASSKEY, now()));
			});
			this.documents.delete(tenant, id);
		}
		catch (NotFound unknown) {
			// then it is removed
		}
	}

	/// Whether to offer one: once, to whoever has none.
	boolean offers(TenantId tenant, String contact) {
		if (!of(tenant, contact).isEmpty()) {
			return false;
		}
		try {
			this.offers.insert(tenant, contact, Change.of(new Offered(now())));
			return true;
		}
		catch (AlreadyExists before) {
			return false;
		}
	}

	private void add(TenantId tenant, Passkey passkey, String language) {
		try {
			this.documents.insert(tenant, id(passkey.credential()), Change.of(passkey)
				.with(PortalMessaging.added(tenant, passkey.contact(), PortalWay.PASSKEY, language, now())));
		}
		catch (AlreadyExists twice) {
			// then the contact has it
		}
	}

	/// Counts up and never back, also when two signatures come at once.
	private Passkey counted(TenantId tenant, String id, Passkey signed) {
		return this.documents
			.change(tenant, id,
					(now) -> Change.of(now.signed(Math.max(now.counter(), signed.counter()), signed.used())))
			.state();
	}

	private static String id(String credential) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/// That a contact was asked whether it wants one.
	record Offered(Instant at) {
	}

}
