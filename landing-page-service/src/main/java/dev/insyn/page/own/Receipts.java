package dev.insyn.page.own;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Receipts of updates for the confirmation page. A receipt is sealed with a key that stands only in the address of that
/// page: neither the database nor the address alone tells what changed. It opens for the same contact and page only.
@Component
class Receipts {

	private static final Logger logger = LoggerFactory.getLogger(Receipts.class);

	private static final Duration KEPT = Duration.ofMinutes(30);

	private final TenantDocuments<SealedReceipt> documents;

	private final JsonMapper json;

	private final Clock clock;

	Receipts(TenantDocumentsFactory database, JsonMapper json, Clock clock) {
		this.documents = database.of("receipts", SealedReceipt.class);
		this.json = json;
		this.clock = clock;
	}

	/// Keeps a receipt for half an hour.
	/// @return the key that opens it, for the address; `1` if it could not be kept, as
	/// the update is not to fail for that
	String keep(PageVisit caller, Receipt receipt) {
		DataKey key = DataKey.random("receipt");
		String code = Base64.getUrlEncoder().withoutPadding().encodeToString(key.bytes());
		try {
			SealedValue sealed = key.seal(this.json.writeValueAsBytes(receipt), purpose(caller));
			this.documents.insert(caller.tenant(), id(code),
					Change.of(new SealedReceipt(sealed.content(), this.clock.instant())));
			return code;
		}
		catch (AlreadyExists | org.springframework.dao.DataAccessException | com.mongodb.MongoException trouble) {
			logger.warn("A receipt could not be kept: {}", trouble.getClass().getSimpleName());
			return "1";
		}
	}

	/// The receipt that a code opens for this contact and page, unless it is too old.
	Optional<Receipt> find(PageVisit caller, String code) {
		return key(code).flatMap((key) -> this.documents.find(caller.tenant(), id(code))
			.map(Stored::state)
			.filter((kept) -> kept.at().plus(KEPT).isAfter(this.clock.instant()))
			.flatMap((kept) -> open(key, kept, caller)));
	}

	@Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
	void purge() {
		this.documents.purgeBefore("at", this.clock.instant().minus(KEPT));
	}

	private Optional<Receipt> open(DataKey key, SealedReceipt kept, PageVisit caller) {
		try {
			byte[] opened = key.open(new SealedValue(key.id(), kept.content()), purpose(caller));
			return Optional.of(this.json.readValue(opened, Receipt.class));
		}
		catch (CannotOpen others) {
			return Optional.empty();
		}
	}

	private static Optional<DataKey> key(String code) {
		try {
			return Optional.of(DataKey.of("receipt", Base64.getUrlDecoder().decode(code)));
		}
		catch (IllegalArgumentException forged) {
			return Optional.empty();
		}
	}

	private static String purpose(PageVisit caller) {
		return caller.tenant() + "|" + caller.contact() + "|" + caller.page() + "|receipt";
	}

	private static String id(String code) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// A receipt at rest.
	@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never
												// compared
	record SealedReceipt(byte[] content, Instant at) {

	}

}
