package dev.insyn.gateway;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What another site makes a browser send. All refusals here turn into 200 when `OwnSite` passes everything on.
@GatewayTest.OnARealPort
class CrossSiteTests extends GatewayTest {

	private static final String COOKIE = "__Host-insyn=" + token(Instant.now().plusSeconds(590), "link-1");

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "something-new", "" })
	void refusesAnUpdateThatAnotherSiteSends(String site) {
		assertThat(post("/p/P05", "act=update", "Cookie", COOKIE, "Sec-Fetch-Site", site).statusCode()).isEqualTo(403);
		assertThat(service.seen()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "same-origin", "none" })
	void takesAnUpdateFromItsOwnPage(String site) {
		assertThat(post("/p/P05", "act=update", "Cookie", COOKIE, "Sec-Fetch-Site", site).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesASecondHeaderThatContradictsTheFirst() {
		assertThat(post("/p/P05", "", "Cookie", COOKIE, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Site", "cross-site")
			.statusCode()).isEqualTo(403);
	}

	@Test
	void asksForTheOriginWhereABrowserDoesNotSayTheSite() {
		assertThat(post("/p/P05", "", "Cookie", COOKIE).statusCode()).isEqualTo(403);
		assertThat(post("/p/P05", "", "Cookie", COOKIE, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
		assertThat(post("/p/P05", "", "Cookie", COOKIE, "Origin", "null").statusCode()).isEqualTo(403);
		assertThat(post("/p/P05", "", "Cookie", COOKIE, "Origin", "http://localhost:8080").statusCode()).isEqualTo(200);
	}

	@Test
	void refusesThatAnotherSiteOpensALink() {
		assertThat(post("/l/" + "a".repeat(43), "", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
		assertThat(post("/l/" + "a".repeat(43), "").statusCode()).isEqualTo(403);
		assertThat(service.seen()).isEmpty();
	}

	@Test
	void letsAProgramWithABearerThrough() {
		assertThat(post("/api/links", "{}", "Authorization", "Bearer crm").statusCode()).isEqualTo(200);
	}

	/// Browsers add a name and a password that stand in the address of another site's
	/// form.
	/// To go red when any `Authorization` is taken for a program's.
	@Test
	void takesANameAndAPasswordForNoProgram() {
		for (String path : new String[] { "/portal/nordcykel/sign-in/device", "/sign-in", "/p/P05" }) {
			assertThat(post(path, "", "Cookie", "__Host-insyn-portal-device-nordcykel=x", "Authorization", "Basic eDp5",
					"Sec-Fetch-Site", "cross-site")
				.statusCode()).as(path).isEqualTo(403);
		}
		assertThat(service.seen()).isEmpty();
		assertThat(post("/oauth2/token", "", "Authorization", "Basic eDp5").statusCode()).isEqualTo(200);
	}

	@Test
	void letsOneFollowALinkFromAMailProgram() {
		assertThat(get("/p/P05", "Cookie", COOKIE, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
	}

	@Test
	void saysSoInTheReadersLanguage() {
		var refused = post("/p/P05", "", "Cookie", COOKIE, "Sec-Fetch-Site", "cross-site", "Accept", "text/html",
				"Accept-Language", "sv-SE,sv;q=0.9");
		assertThat(refused.body()).contains("<html lang=\"sv\"", "Ingenting skickades");
		assertThat(refused.headers().firstValue("Content-Language")).contains("sv");
	}

}
