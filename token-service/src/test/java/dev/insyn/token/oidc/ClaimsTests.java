package dev.insyn.token.oidc;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.OidcSettings;
import dev.insyn.token.signin.RefusalReason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// Claims as different providers write them.
class ClaimsTests {

	private static final List<OidcSettings.Level> BY_ROLE = List.of(new OidcSettings.Level("/admins", 99),
			new OidcSettings.Level("staff", 10));

	private static final Claims PLAIN = claims(null, "tenant", "level", List.of());

	@Test
	void takesATenantAndANumber() {
		Map<String, Object> sara = Map.of("tenant", "nordcykel", "level", 50, "name", " Sara ", "email",
				"sara@nordcykel.example");
		assertThat(PLAIN.tenant(sara).value()).isEqualTo("nordcykel");
		assertThat(PLAIN.level(sara)).hasValue(50);
		assertThat(PLAIN.name(sara)).isEqualTo("Sara");
		assertThat(PLAIN.email(sara)).isEqualTo("sara@nordcykel.example");
		assertThat(PLAIN.level(Map.of("level", "7"))).hasValue(7);
	}

	@Test
	void takesTheHighestOfSeveralRolesWhereverTheyStand() {
		Claims keycloak = claims(null, "realm_access.roles", "realm_access.roles", BY_ROLE);
		Map<String, Object> told = Map.of("realm_access", Map.of("roles", List.of("staff", "/admins", "nordcykel")));
		assertThat(keycloak.level(told)).hasValue(99);
		assertThat(keycloak.tenant(told).value()).isEqualTo("nordcykel");
		assertThat(keycloak.name(told)).isEmpty();
	}

	@Test
	void takesAClaimWhoseNameHasDotsAndRolesThatAreNamesOfAnObject() {
		Claims odd = claims(null, "https://insyn.example/tenant", "urn:roles", BY_ROLE);
		assertThat(odd.tenant(Map.of("https://insyn.example/tenant", "nordcykel")).value()).isEqualTo("nordcykel");
		assertThat(odd.level(Map.of("urn:roles", Map.of("staff", Map.of("org", "1"))))).hasValue(10);
	}

	@Test
	void takesTheTenantThatAProviderIsFixedTo() {
		Claims fixed = claims("fjordbok", "tenant", "level", List.of());
		assertThat(fixed.tenant(Map.of("tenant", "nordcykel")).value()).isEqualTo("fjordbok");
		assertThat(fixed.tenant(Map.of()).value()).isEqualTo("fjordbok");
	}

	/// Mail goes to a user's address.
	@Test
	void takesNoAddressThatNobodyHasVerified() {
		assertThat(PLAIN.email(Map.of("email", "anna@other.example", "email_verified", false))).isEmpty();
		assertThat(PLAIN.email(Map.of("email", "no address"))).isEmpty();
		assertThat(PLAIN.email(Map.of())).isEmpty();
	}

	@Test
	void refusesWhatIsNoLevel() {
		for (Object level : List.of(100, -1, "admin", 9.5, List.of(10, 99), Map.of(), true)) {
			assertThat(PLAIN.level(Map.of("level", level))).as("%s", level).isEmpty();
		}
		assertThat(PLAIN.level(Map.of())).isEmpty();
		assertThat(claims(null, "tenant", "level", BY_ROLE).level(Map.of("level", 99))).isEmpty();
	}

	@Test
	void refusesWhatIsNoTenantOfOurs() {
		for (Object tenant : List.of("", "other", List.of(), List.of("nordcykel", "fjordbok"), 7, Map.of("a", "b"))) {
			assertThat(refusal(() -> PLAIN.tenant(Map.of("tenant", tenant)))).as("%s", tenant)
				.isEqualTo(RefusalReason.UNKNOWN_TENANT);
		}
		assertThat(refusal(() -> PLAIN.tenant(Map.of()))).isEqualTo(RefusalReason.UNKNOWN_TENANT);
	}

	private static RefusalReason refusal(ThrowingCallable reading) {
		return catchThrowableOfType(Claims.Insufficient.class, reading).reason();
	}

	private static Claims claims(@Nullable String fixed, String tenant, String level, List<OidcSettings.Level> levels) {
		return new Claims(
				new OidcSettings.Provider("staff", "Staff", "https://login.example", "", "insyn", "", Set.of("openid"),
						fixed, new OidcSettings.Claims(tenant, level, "name", "email"), levels, Duration.ZERO),
				new Tenants(List.of(tenant("nordcykel"), tenant("fjordbok"))));
	}

	private static Tenant tenant(String id) {
		return new Tenant(new TenantId(id), id, List.of("sv"), ZoneId.of("Europe/Stockholm"), "SE", "");
	}

}
