package dev.insyn.notification.activity;

import java.nio.charset.StandardCharsets;

import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// What users write about activities rests sealed, bound to tenant and activity: it may be about a person.
@Component
class SealedWords {

	private final DataKey key;

	SealedWords(MasterKey masterKey) {
		this.key = DataKey.of("activities", masterKey.derive("notification-service|activities"));
	}

	byte[] seal(TenantId tenant, String activity, String words) {
		return this.key.seal(words.getBytes(StandardCharsets.UTF_8), aad(tenant, activity)).content();
	}

	String open(TenantId tenant, String activity, byte[] sealed) {
		return new String(this.key.open(new SealedValue(this.key.id(), sealed), aad(tenant, activity)),
				StandardCharsets.UTF_8);
	}

	private static String aad(TenantId tenant, String activity) {
		return tenant + "|" + activity + "|activity";
	}

}
