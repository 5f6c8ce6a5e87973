package dev.insyn.notification.mailing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// What stands in the address by which a contact objects to marketing: who and because of which mailing, sealed under a key
/// of this service's. It rests nowhere, tells nobody anything, and can't be made up.
@Component
class StopToken {

	private static final String PURPOSE = "marketing-objection";

	private static final int LONGEST = 400;

	private final DataKey key;

	StopToken(MasterKey masterKey) {
		this.key = DataKey.of(PURPOSE, masterKey.derive(PURPOSE));
	}

	String write(TenantId tenant, String mailing, String contact) {
		String who = String.join("\n", tenant.value(), mailing, contact);
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(this.key.seal(who.getBytes(StandardCharsets.UTF_8), PURPOSE).content());
	}

	/// @return empty for what this service has not written
	Optional<Stop> read(String token) {
		try {
			byte[] content = (token.length() <= LONGEST) ? Base64.getUrlDecoder().decode(token) : new byte[0];
			String who = new String(this.key.open(new SealedValue(PURPOSE, content), PURPOSE), StandardCharsets.UTF_8);
			String[] parts = who.split("\n", -1);
			return Optional.of(new Stop(new TenantId(parts[0]), parts[1], parts[2]));
		}
		catch (CannotOpen | IllegalArgumentException madeUp) {
			return Optional.empty();
		}
	}

	/// Who objects, and because of which mailing.
	record Stop(TenantId tenant, String mailing, String contact) {
	}

}
