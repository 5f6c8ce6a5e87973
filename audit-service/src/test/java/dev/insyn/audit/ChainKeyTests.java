package dev.insyn.audit;

import java.time.Instant;
import java.util.Base64;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChainKeyTests {

	private static final TenantId CHAIN = new TenantId("nordcykel");

	private final ChainKey key = key(1);

	@Test
	void fitsWhatItSealed() {
		assertThat(this.key.fits(CHAIN, sealed("anna", "contact:anna"))).isTrue();
	}

	@Test
	void doesNotFitInAnotherChainOrUnderAnotherNumberOrKey() {
		AuditRecord record = sealed("anna", "contact:anna");
		assertThat(this.key.fits(new TenantId("fjordbok"), record)).isFalse();
		assertThat(this.key.fits(CHAIN, record.at(8))).isFalse();
		assertThat(key(2).fits(CHAIN, record)).isFalse();
	}

	/// Red if the parts go into the MAC without their lengths.
	@Test
	void tellsApartWhatReadsTheSameWhenStrungTogether() {
		AuditRecord record = sealed("anna", "contact:anna");
		AuditRecord shifted = sealed("annacontact:", "anna");
		assertThat(record.mac()).isNotEqualTo(shifted.mac());
		assertThat(sealed("anna", "").mac()).isNotEqualTo(sealed("", "anna").mac());
	}

	@Test
	void sealsAHeadWithItsLengthHashAndAge() {
		Head head = this.key.seal(CHAIN, 7, "hash", 1);
		assertThat(this.key.fits(CHAIN, head)).isTrue();
		assertThat(this.key.fits(CHAIN, new Head(6, "hash", 1, head.mac()))).isFalse();
		assertThat(this.key.fits(CHAIN, new Head(7, "other", 1, head.mac()))).isFalse();
		assertThat(this.key.fits(CHAIN, new Head(7, "hash", 2, head.mac()))).isFalse();
		assertThat(this.key.fits(new TenantId("fjordbok"), head)).isFalse();
	}

	private AuditRecord sealed(String subject, String actor) {
		AuditedEvent event = new AuditedEvent("id", "type", subject, actor, "time", "source", null, null, null,
				new byte[] { 1 }, "digest", null);
		return this.key.seal(CHAIN, new AuditRecord(7, "place", event, Instant.EPOCH, "previous", ""));
	}

	private static ChainKey key(int seed) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) seed;
		return new ChainKey(MasterKey.of(Base64.getEncoder().encodeToString(bytes)));
	}

}
