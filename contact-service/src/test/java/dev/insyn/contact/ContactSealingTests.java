package dev.insyn.contact;

import java.nio.charset.StandardCharsets;

import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static dev.insyn.contact.ContactFixtures.ANNA;
import static dev.insyn.contact.ContactFixtures.TUESDAY;
import static dev.insyn.contact.ContactFixtures.anna;
import static dev.insyn.contact.ContactFixtures.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// That a sealed contact opens as it was, and nowhere else. Red when the AAD is left out.
class ContactSealingTests {

	private static final ContactId BO = new ContactId("bobobobobobobobobobobobobo");

	private final DataKey key = DataKey.random("k-test");

	private final ContactSealing sealing = sealing("nordcykel", ANNA);

	private final byte[] sealed = this.sealing.seal(anna(), "contact");

	@Test
	void aContactOpensAsItWas() {
		Contact edited = anna().update(edit(anna(), TUESDAY, "phone", null, "title", "Inköpare")).contact();

		assertThat(this.sealing.open(this.sealing.seal(edited, "contact"), "contact", Contact.class)).isEqualTo(edited);
	}

	@Test
	void restsUnreadable() {
		assertThat(new String(this.sealed, StandardCharsets.UTF_8)).doesNotContain("Lindqvist", "first-name");
	}

	@Test
	void opensForNoOtherContactTenantOrPurpose() {
		assertThatExceptionOfType(CannotOpen.class)
			.isThrownBy(() -> sealing("nordcykel", BO).open(this.sealed, "contact", Contact.class));
		assertThatExceptionOfType(CannotOpen.class)
			.isThrownBy(() -> sealing("fjordbok", ANNA).open(this.sealed, "contact", Contact.class));
		assertThatExceptionOfType(CannotOpen.class)
			.isThrownBy(() -> this.sealing.open(this.sealed, "receipt", Contact.class));
	}

	private ContactSealing sealing(String tenant, ContactId contact) {
		return new ContactSealing(new JsonMapper(), new TenantId(tenant), contact, this.key);
	}

}
