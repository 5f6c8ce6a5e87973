package dev.insyn.token.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.OidcSettings;
import dev.insyn.token.TestProvider;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// A provider's metadata, and its absence.
class ProviderTests {

	private static final String ISSUER = "https://login.example";

	private final TestProvider running = TestProvider.start(ISSUER);

	private Instant now = Instant.parse("2026-11-25T08:00:00Z");

	/// Red when the metadata is fetched at the start, or when a failure is remembered for
	/// good.
	@Test
	void startsWithoutTheProviderAndFindsItSoonAfterItIsThere() {
		this.running.away(true);
		Provider provider = provider(ISSUER);
		assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(provider::registration);
		assertThat(provider.signOutAddress()).isEmpty();
		this.running.away(false);
		this.now = this.now.plusSeconds(5);
		assertThat(provider.registration().getProviderDetails().getTokenUri()).endsWith("/token");
	}

	@Test
	void goesOnWithWhatItKnowsWhileTheProviderIsAway() {
		Provider provider = provider(ISSUER);
		assertThat(provider.registration()).isNotNull();
		this.running.away(true);
		this.now = this.now.plus(Duration.ofHours(2));
		assertThat(provider.registration()).isNotNull();
	}

	@Test
	void doesNotBelieveTheMetadataOfAnother() {
		assertThatExceptionOfType(AuthenticationServiceException.class)
			.isThrownBy(provider("https://another.example")::registration);
	}

	@Test
	void looksForTheMetadataBelowTheIssuerUnlessTold() {
		assertThat(settings("https://login.example/staff/", "").metadataAddress())
			.isEqualTo("https://login.example/staff/.well-known/openid-configuration");
	}

	@Test
	void refusesSettingsThatCanOnlyFailLater() {
		OidcSettings.Provider good = settings(ISSUER, "");
		assertThatIllegalArgumentException().isThrownBy(() -> new OidcSettings(List.of(good, good)));
		assertThatIllegalArgumentException().isThrownBy(() -> settings("", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> new OidcSettings.Level("admin", 100));
	}

	/// Red when whatever an unknown or a foreign provider once said goes on counting.
	@Test
	void vouchesForNobodyOnceItIsTakenOut() {
		TenantId nordcykel = new TenantId("nordcykel");
		assertThat(new OidcSettings(List.of(settings(ISSUER, ""))).vouches(ISSUER, nordcykel)).isTrue();
		assertThat(new OidcSettings(List.of()).vouches(ISSUER, nordcykel)).isFalse();
		OidcSettings.Provider anothers = new OidcSettings.Provider("id", "Name", ISSUER, "", "insyn", "",
				Set.of("openid"), "fjordbok", new OidcSettings.Claims("tenant", "level", "name", "email"), List.of(),
				Duration.ZERO);
		assertThat(new OidcSettings(List.of(anothers)).vouches(ISSUER, nordcykel)).isFalse();
	}

	private Provider provider(String issuer) {
		return new Provider(settings(issuer, this.running.address() + "/metadata"), RestClient.create(),
				"http://localhost:8080", new MovingClock());
	}

	private static OidcSettings.Provider settings(String issuer, String metadata) {
		return new OidcSettings.Provider("staff", "Staff", issuer, metadata, "insyn", "secret", Set.of("openid"), null,
				new OidcSettings.Claims("tenant", "level", "name", "email"), List.of(), Duration.ZERO);
	}

	private final class MovingClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return ProviderTests.this.now;
		}

	}

}
