package dev.insyn.token.session;

import java.nio.charset.StandardCharsets;

import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Seals what providers give to be asked again: whoever reads the database can't ask in our name.
@Component
class RefreshTokens {

	private final DataKey key;

	RefreshTokens(MasterKey masterKey) {
		this.key = DataKey.of("refresh-tokens", masterKey.derive("refresh-tokens"));
	}

	SealedValue seal(TenantId tenant, String session, String token) {
		return this.key.seal(token.getBytes(StandardCharsets.UTF_8), purpose(tenant, session));
	}

	String open(TenantId tenant, String session, SealedValue sealed) {
		return new String(this.key.open(sealed, purpose(tenant, session)), StandardCharsets.UTF_8);
	}

	private static String purpose(TenantId tenant, String session) {
		return tenant + "|" + session + "|refresh";
	}

}
