package dev.insyn.token.user;

import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Seals what names a person, so that neither the database nor its backup tells who uses Insyn.
@Component
class SealedPersons {

	private final DataKey key;

	private final JsonMapper json;

	SealedPersons(MasterKey masterKey, JsonMapper json) {
		this.key = DataKey.of("users", masterKey.derive("users"));
		this.json = json;
	}

	SealedValue seal(User user) {
		return this.key.seal(this.json.writeValueAsBytes(new Person(user.email(), user.name())),
				purpose(user.tenant(), user.id()));
	}

	Person open(TenantId tenant, String id, SealedValue sealed) {
		return this.json.readValue(this.key.open(sealed, purpose(tenant, id)), Person.class);
	}

	private static String purpose(TenantId tenant, String id) {
		return tenant + "|" + id + "|user";
	}

	/// What names a user.
	record Person(String email, String name) {

		@Override
		public String toString() {
			return "Person[]";
		}

	}

}
