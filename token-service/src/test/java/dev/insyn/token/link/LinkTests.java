package dev.insyn.token.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkTests {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofDays(30));

	@Test
	void worksUntilItExpires() {
		Link link = Link.issue("anna", "P05", NOW, LATER, null);
		assertThat(link.works(LATER.minusMillis(1))).isTrue();
		assertThat(link.works(LATER)).isFalse();
		assertThat(link.state(LATER, false)).isEqualTo(LinkState.EXPIRED);
		assertThatExceptionOfType(LinkDoesNotWork.class).isThrownBy(() -> link.open(LATER));
	}

	@Test
	void worksForEverWithoutAnExpiry() {
		assertThat(Link.issue("anna", "P05", NOW, null, null).works(NOW.plus(Duration.ofDays(10_000)))).isTrue();
	}

	@Test
	void asksForMoreThanItselfOnceItIsOldAndNeverExpires() {
		Duration age = Duration.ofDays(90);
		Link forEver = Link.issue("anna", "P05", NOW, null, null);
		assertThat(forEver.isOlderThan(age, NOW.plus(age))).isFalse();
		assertThat(forEver.isOlderThan(age, NOW.plus(age).plusSeconds(1))).isTrue();
		assertThat(Link.issue("anna", "P05", NOW, NOW.plus(age.multipliedBy(3)), null)
			.isOlderThan(age, NOW.plus(age.multipliedBy(2)))).isFalse();
		assertThat(new OldLinkSettings(age, Map.of("fjordbok", Duration.ofDays(7))).of(NORDCYKEL)).isEqualTo(age);
		assertThat(new OldLinkSettings(age, Map.of("nordcykel", Duration.ofDays(7))).of(NORDCYKEL))
			.isEqualTo(Duration.ofDays(7));
	}

	@Test
	void countsHowOftenItWasOpened() {
		Link link = Link.issue("anna", "P05", NOW, LATER, null).open(NOW).open(NOW.plusSeconds(60));
		assertThat(link.opened()).isEqualTo(2);
		assertThat(link.lastOpened()).isEqualTo(NOW.plusSeconds(60));
	}

	@Test
	void opensNoMoreOnceItIsRevoked() {
		Link link = Link.issue("anna", "P05", NOW, null, null).revoke(NOW);
		assertThat(link.state(NOW, false)).isEqualTo(LinkState.REVOKED);
		assertThatExceptionOfType(LinkDoesNotWork.class).isThrownBy(() -> link.open(NOW));
		assertThat(link.revoke(LATER).revoked()).isEqualTo(NOW);
	}

	@Test
	void givesEveryLinkATokenOfItsOwn() {
		Set<String> paths = new HashSet<>();
		for (int i = 0; i < 1000; i++) {
			paths.add(LinkToken.generate(NORDCYKEL).path());
		}
		assertThat(paths).hasSize(1000).allMatch((path) -> path.matches("/l/nordcykel\\.[A-Za-z0-9_-]{43}"));
	}

	@Test
	void knowsALinkByTheHashOfItsToken() {
		LinkToken token = LinkToken.parse("nordcykel." + "a".repeat(43)).orElseThrow();
		assertThat(token.linkId()).isEqualTo("66d34fba71f8f450f7e45598853e53bfc23bbd129027cbb131a2f4ffd7878cd0");
		assertThat(token).hasToString("LinkToken[]");
	}

	@Test
	void readsOnlyWhatCanBeAToken() {
		assertThat(LinkToken.parse("nordcykel." + "a".repeat(42))).isEmpty();
		assertThat(LinkToken.parse("nordcykel." + "a".repeat(44))).isEmpty();
		assertThat(LinkToken.parse("nordcykel." + "a".repeat(42) + "/")).isEmpty();
		assertThat(LinkToken.parse("")).isEmpty();
		assertThat(LinkToken.parse("a".repeat(43))).isEmpty();
	}

	@Test
	void knowsWhoseLinkItWasMeantToBe() {
		for (String text : List.of("nordcykel", "nordcykel.", "nordcykel.cut", "nordcykel.a.b\nc")) {
			assertThat(LinkToken.tenantIn(text)).as(text).contains(NORDCYKEL);
		}
		assertThat(LinkToken.tenantIn("a".repeat(43))).isEmpty();
		assertThat(LinkToken.tenantIn("")).isEmpty();
		assertThat(LinkToken.tenantIn("Nord:cykel.x")).isEmpty();
	}

}
