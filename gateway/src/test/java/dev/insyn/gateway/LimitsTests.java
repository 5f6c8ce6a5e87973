package dev.insyn.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// How much one client address and one link may ask for. Addresses come from a trusted proxy here, so that each test has
/// its own. Every 429 turns into another status when `RateLimits` passes everything on.
@GatewayTest.OnARealPort
@DirtiesContext
@TestPropertySource(properties = { "insyn.gateway.limits.address.burst=8", "insyn.gateway.limits.address.per-minute=1",
		"insyn.gateway.limits.link.burst=3", "insyn.gateway.limits.link.per-minute=1",
		"insyn.gateway.limits.guesses.burst=3", "insyn.gateway.limits.guesses.per-minute=1",
		"insyn.gateway.limits.fresh-links.burst=3", "insyn.gateway.limits.fresh-links.per-minute=1",
		"insyn.gateway.limits.sign-ins.burst=3", "insyn.gateway.limits.sign-ins.per-minute=1",
		"insyn.gateway.trusted-proxies=127.0.0.0/8,::1" })
class LimitsTests extends GatewayTest {

	@Test
	void limitsOneAddressAndNoOther() {
		for (int i = 0; i < 8; i++) {
			assertThat(from("198.51.100.1", "/p/P05").statusCode()).isEqualTo(200);
		}
		HttpResponse<String> refused = from("198.51.100.1", "/p/P05", "Accept", "text/html", "Accept-Language", "nb");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 61L);
		assertThat(refused.body()).contains("For mange forsøk");
		assertThat(from("198.51.100.2", "/p/P05").statusCode()).isEqualTo(200);
	}

	@Test
	void countsWhatLeadsNowhereToo() {
		for (int i = 0; i < 8; i++) {
			from("198.51.100.3", "/nowhere");
		}
		assertThat(from("198.51.100.3", "/nowhere").statusCode()).isEqualTo(429);
	}

	@Test
	void countsAnIpv6NetworkAsOneClient() {
		for (int i = 0; i < 8; i++) {
			from("2001:db8:1:2::" + i, "/p/P05");
		}
		assertThat(from("2001:db8:1:2:ffff::1", "/p/P05").statusCode()).isEqualTo(429);
		assertThat(from("2001:db8:1:3::1", "/p/P05").statusCode()).isEqualTo(200);
	}

	@Test
	void believesOnlyTheLastHopThatATrustedProxyNames() {
		for (int i = 0; i < 8; i++) {
			from("203.0.113." + i + ", 198.51.100.4", "/p/P05");
		}
		assertThat(from("203.0.113.99, 198.51.100.4", "/p/P05").statusCode()).isEqualTo(429);
	}

	@Test
	void limitsOneLinkFromManyAddresses() {
		String link = "/l/" + "b".repeat(43);
		for (int i = 0; i < 3; i++) {
			assertThat(from("198.51.101." + i, link).statusCode()).isEqualTo(200);
		}
		assertThat(from("198.51.101.9", link).statusCode()).isEqualTo(429);
		assertThat(from("198.51.101.9", "/l/" + "c".repeat(43)).statusCode()).isEqualTo(200);
	}

	@Test
	void limitsThePageOfOneLink() {
		String cookie = "__Host-insyn=" + token(Instant.now().plusSeconds(590), "link-of-anna");
		for (int i = 0; i < 3; i++) {
			assertThat(from("198.51.102." + i, "/p/P05", "Cookie", cookie).statusCode()).isEqualTo(200);
		}
		assertThat(from("198.51.102.9", "/p/P05", "Cookie", cookie).statusCode()).isEqualTo(429);
	}

	@Test
	void stopsWhoGuessesLinksButNotTheirNeighbours() {
		service.answerWith((exchange) -> StubService.answer(exchange,
				exchange.getRequestURI().getPath().endsWith("right") ? 200 : 404, "x"));
		for (int i = 0; i < 3; i++) {
			assertThat(from("198.51.103.1", "/l/wrong-" + i).statusCode()).isEqualTo(404);
		}
		assertThat(from("198.51.103.1", "/l/wrong-3").statusCode()).isEqualTo(429);
		assertThat(from("198.51.103.1", "/l/right").statusCode()).isEqualTo(429);
		assertThat(from("198.51.103.2", "/l/right").statusCode()).isEqualTo(200);
		assertThat(from("198.51.103.1", "/p/P05").statusCode()).isEqualTo(404);
	}

	/// Whatever link or address is named.
	@Test
	void limitsWishesForFreshLinks() {
		for (int i = 0; i < 3; i++) {
			assertThat(wish("198.51.107.1", i).statusCode()).isEqualTo(200);
		}
		assertThat(wish("198.51.107.1", 9).statusCode()).isEqualTo(429);
		assertThat(wish("198.51.107.2", 9).statusCode()).isEqualTo(200);
		assertThat(from("198.51.107.1", "/l/nordcykel.x9/fresh").statusCode()).as("looking is free").isEqualTo(200);
	}

	/// Red when what lies below a link's address counts as another link.
	@Test
	void countsALinkAndItsCodeTogether() {
		String link = "/l/nordcykel." + "d".repeat(43);
		assertThat(from("198.51.108.1", link).statusCode()).isEqualTo(200);
		assertThat(from("198.51.108.2", link + "/code").statusCode()).isEqualTo(200);
		assertThat(from("198.51.108.3", link + "/fresh").statusCode()).isEqualTo(200);
		assertThat(from("198.51.108.4", link).statusCode()).isEqualTo(429);
	}

	private HttpResponse<String> wish(String address, int link) {
		return post("/l/nordcykel.x" + link + "/fresh", "email=a", "Sec-Fetch-Site", "same-origin", "X-Forwarded-For",
				address);
	}

	/// Each of them makes token-service ask the provider.
	@Test
	void limitsTriesToSignInWithAProvider() {
		String path = "/sign-in/with/staff/returned?code=c&state=s";
		for (int i = 0; i < 3; i++) {
			assertThat(from("198.51.104.1", path).statusCode()).isEqualTo(200);
		}
		assertThat(from("198.51.104.1", path).statusCode()).isEqualTo(429);
		assertThat(from("198.51.104.1", "/sign-in").statusCode()).isEqualTo(200);
		assertThat(from("198.51.104.2", path).statusCode()).isEqualTo(200);
	}

	/// Addresses, codes, devices and passkeys together; looking at the door is free.
	@Test
	void limitsTriesToEnterAPortal() {
		for (String step : List.of("", "/code", "/device")) {
			assertThat(knock("198.51.105.1", step).statusCode()).isEqualTo(200);
		}
		assertThat(knock("198.51.105.1", "/passkey").statusCode()).isEqualTo(429);
		assertThat(from("198.51.105.1", "/portal/nordcykel/sign-in").statusCode()).isEqualTo(200);
		assertThat(knock("198.51.105.2", "/code").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> knock(String address, String step) {
		return send(request("/portal/nordcykel/sign-in" + step).header("X-Forwarded-For", address)
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString("code=000000")));
	}

	private HttpResponse<String> from(String address, String path, String... headers) {
		return send(withHeaders(request(path).header("X-Forwarded-For", address), headers));
	}

}
