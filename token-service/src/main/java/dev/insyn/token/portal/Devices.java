package dev.insyn.token.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.session.Browser;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Remembered devices. What a browser has is an id and a secret of 256 random bits; here rests the secret's SHA-256.
@Component
class Devices {

	private static final SecureRandom random = new SecureRandom();

	private final TenantDocuments<Device> documents;

	private final PortalSettings settings;

	private final Clock clock;

	Devices(TenantDocumentsFactory documents, PortalSettings settings, Clock clock) {
		this.documents = documents.of("portal_devices", Device.class).indexed("contact");
		this.settings = settings;
		this.clock = clock;
	}

	/// @return what the browser is to keep
	String remember(TenantId tenant, String contact, Browser browser, String language) {
		String id = UUID.randomUUID().toString();
		String secret = newSecret();
		this.documents.insert(tenant, id, Change.of(Device.remembered(contact, now(), browser, sha256(secret)))
			.with(PortalMessaging.added(tenant, contact, PortalWay.DEVICE, language, now())));
		return id + "." + secret;
	}

	/// Whether the browser is a device that is remembered; looking changes nothing.
	boolean knows(TenantId tenant, String kept) {
		return Token.read(kept)
			.filter((token) -> this.settings.remembersDevices(tenant))
			.flatMap((token) -> this.documents.find(tenant, token.id())
				.filter((device) -> isOn(device.state()) && device.state().has(token.hash())))
			.isPresent();
	}

	/// Lets the device in, with another secret from now on. One that was used before ends
	/// the device: two browsers have it.
	Optional<Used> use(TenantId tenant, String kept) {
		Token token = Token.read(kept).orElse(null);
		if (token == null || !this.settings.remembersDevices(tenant)) {
			return Optional.empty();
		}
		String next = newSecret();
		boolean[] used = { false };
		try {
			Device device = this.documents.change(tenant, token.id(), (known) -> {
				used[0] = isOn(known) && known.has(token.hash());
				return used[0] ? Change.of(known.use(now(), sha256(next))) : refused(tenant, token, known);
			}).state();
			return used[0] ? Optional.of(new Used(device.contact(), token.id() + "." + next)) : Optional.empty();
		}
		catch (NotFound unknown) {
			return Optional.empty();
		}
	}

	/// Those of a contact, the one used last first.
	List<Stored<Device>> of(TenantId tenant, String contact) {
		return this.documents
			.find(tenant, Criteria.where("contact").is(contact), Sort.by(Sort.Direction.DESC, "used"), 0)
			.stream()
			.filter((device) -> isOn(device.state()))
			.toList();
	}

	/// The browser's own, by what it keeps; anything else is left alone.
	void forget(TenantId tenant, String kept) {
		Token.read(kept).ifPresent((token) -> forget(tenant, token.id(), (device) -> device.has(token.hash())));
	}

	/// Another contact's is left alone; forgetting twice changes nothing.
	void forget(TenantId tenant, String contact, String id) {
		forget(tenant, id, (device) -> device.contact().equals(contact));
	}

	private void forget(TenantId tenant, String id, Predicate<Device> meant) {
		try {
			this.documents.change(tenant, id, (device) -> (isOn(device) && meant.test(device)) ? ended(tenant, device)
					: Change.unchanged(device));
		}
		catch (NotFound unknown) {
			// then it is forgotten
		}
	}

	@Scheduled(initialDelay = 15, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("used", this.clock.instant().minus(this.settings.devices()));
	}

	private Change<Device> refused(TenantId tenant, Token token, Device device) {
		boolean harmless = !isOn(device) || device.hadJustNow(token.hash(), now());
		return harmless ? Change.unchanged(device) : ended(tenant, device);
	}

	private Change<Device> ended(TenantId tenant, Device device) {
		return Change.of(device.end(now()))
			.with(PortalMessaging.removed(tenant, device.contact(), PortalWay.DEVICE, now()));
	}

	private boolean isOn(Device device) {
		return device.isOn(now(), this.settings.devices());
	}

	private static String newSecret() {
		byte[] bits = new byte[32];
		random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	private static String sha256(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/// @param kept what the browser is to keep from now on
	record Used(String contact, String kept) {

		@Override
		public String toString() {
			return "Used[" + this.contact + "]";
		}

	}

	/// What a browser says of itself.
	private record Token(String id, String hash) {

		static Optional<Token> read(String kept) {
			String[] parts = kept.split("\\.", 2);
			return kept.matches("[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}")
					? Optional.of(new Token(parts[0], sha256(parts[1]))) : Optional.empty();
		}

	}

}
