package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.List;

import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Sessions are seen and ended: by the user, and by an administrator of the same tenant, and by nobody else.
@WholeService
class SessionsOfUsersIT {

	private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
			+ "Chrome/142.0.0.0 Safari/537.36";

	@Autowired
	Visitor visitor;

	@Autowired
	Events events;

	@Test
	void showsWhereOneIsSignedInWithoutWhere() {
		this.visitor.post("/sign-in",
				Visitor.form("email", "lena@nordcykel.example") + "&"
						+ Visitor.form("password", WholeService.Users.LENAS_PASSWORD),
				"Content-Type", "application/x-www-form-urlencoded", "User-Agent", CHROME);
		String page = this.visitor.console("/admin/account", this.visitor.lena()).body();
		assertThat(page)
			.contains("Lena Strand", "lena@nordcykel.example", "50 – skickar länkar och utskick", "Chrome på Windows",
					"den här webbläsaren")
			.doesNotContain("127.0.0.1", "Mozilla");
	}

	@Test
	void signsOutTheOneThatIsMeant() {
		String here = this.visitor.lena();
		String there = this.visitor.lena();
		String other = this.visitor.lena();
		String address = "/admin/account/sessions/" + session(there) + "/end";
		assertThat(this.visitor.console(address, here).body()).contains("Logga ut", "inom två minuter");
		assertThat(this.visitor.renew(there).statusCode()).isEqualTo(200);
		try (Recording recording = this.events.record("insyn.users")) {
			HttpResponse<String> ended = this.visitor.consolePost(address, here, "");
			assertThat(ended.statusCode()).isEqualTo(303);
			assertThat(ended.headers().firstValue("Location")).contains("/admin/account?done=session-ended");
			assertThat(this.visitor.renew(there).statusCode()).isEqualTo(401);
			assertThat(this.visitor.renew(here).statusCode()).isEqualTo(200);
			assertThat(this.visitor.renew(other).statusCode()).isEqualTo(200);
			Received told = recording.await("user.session-revoked.v1");
			assertThat(told.body()).contains(session(there));
			assertThat(told.headers()).containsEntry("ce_actor", "user:" + user(here));
		}
	}

	@Test
	void signsOutAllOthersButThisOne() {
		String here = this.visitor.lena();
		List<String> others = List.of(this.visitor.lena(), this.visitor.lena());
		assertThat(this.visitor.consolePost("/admin/account/sessions/end-others", here, "").statusCode())
			.isEqualTo(303);
		assertThat(others).allSatisfy((other) -> assertThat(this.visitor.renew(other).statusCode()).isEqualTo(401));
		assertThat(this.visitor.renew(here).statusCode()).isEqualTo(200);
	}

	/// Red when `UserSessions.revoke` does not ask whose the session is.
	@Test
	void leavesOtherPeoplesSessionsAlone() {
		String karin = this.visitor.karin();
		String address = "/admin/account/sessions/" + session(karin) + "/end";
		assertThat(this.visitor.console(address, this.visitor.lena()).statusCode()).isEqualTo(404);
		this.visitor.consolePost(address, this.visitor.lena(), "");
		this.visitor.consolePost("/admin/users/" + user(karin) + "/sessions/end-all", ingrid(), "");
		assertThat(this.visitor.renew(karin).statusCode()).isEqualTo(200);
	}

	@Test
	void letsAnAdministratorEndThoseOfAUserOfTheTenant() {
		String lena = this.visitor.lena();
		String karin = this.visitor.karin();
		assertThat(this.visitor.console("/admin/users", karin).body())
			.contains("Lena Strand", "Maja Holm", "99 – konfigurerar")
			.doesNotContain("Ingrid");
		assertThat(this.visitor.consolePost("/admin/users", karin, "q=lena").body()).contains("Lena Strand")
			.doesNotContain("Maja Holm");
		String address = "/admin/users/" + user(lena);
		assertThat(this.visitor.console(address, karin).body()).contains("lena@nordcykel.example", "Logga ut överallt");
		assertThat(this.visitor.consolePost(address + "/sessions/end-all", karin, "").statusCode()).isEqualTo(303);
		assertThat(this.visitor.renew(lena).statusCode()).isEqualTo(401);
		assertThat(this.visitor.console(address, ingrid()).statusCode()).isEqualTo(404);
	}

	/// Red without `@RequiredLevel` on the controllers.
	@Test
	void letsNobodyElseSeeUsersAndTellsThatSomebodyTried() {
		String lena = this.visitor.lena();
		try (Recording recording = this.events.record("insyn.users")) {
			for (String path : List.of("/admin/users", "/admin/users/" + user(lena),
					"/admin/users/" + user(lena) + "/sessions/end-all")) {
				assertThat(this.visitor.console(path, lena).statusCode()).as(path).isEqualTo(403);
				assertThat(this.visitor.consolePost(path, lena, "").statusCode()).as(path).isIn(403, 405);
			}
			Received told = recording.await("user.access-refused.v1");
			assertThat(told.key()).isEqualTo("nordcykel:" + user(lena));
			assertThat(told.body()).contains("\"method\":\"GET\"", "\"route\":\"/admin/users\"", "\"needed\":99",
					"\"level\":50", "\"untold\":0");
		}
		assertThat(this.visitor.get("/admin/users").headers().firstValue("Location"))
			.contains("/sign-in?to=%2Fadmin%2Fusers");
	}

	@Test
	void speaksTheLanguageThatTheUserChose() {
		String before = this.visitor.lena();
		HttpResponse<String> switched = this.visitor.consolePost("/admin/account/language", before, "language=en",
				"Referer", "http://localhost:8080/admin/pages?sort=name");
		assertThat(switched.statusCode()).isEqualTo(303);
		assertThat(switched.headers().firstValue("Location")).contains("/admin/pages?sort=name");
		String after = Visitor.userToken(switched);
		assertThat(this.visitor.claims(after).path("lang").asString()).isEqualTo("en");
		assertThat(session(after)).isEqualTo(session(before));
		assertThat(this.visitor.console("/admin/account", after).body()).contains("My account", "this browser");
		assertThat(this.visitor.claims(this.visitor.lena()).path("lang").asString()).isEqualTo("en");
		HttpResponse<String> back = this.visitor.consolePost("/admin/account/language", after, "language=sv", "Referer",
				"http://evil.example/admin/pages");
		assertThat(back.headers().firstValue("Location")).contains("/admin/account");
		assertThat(this.visitor.consolePost("/admin/account/language", after, "language=xx").statusCode())
			.isEqualTo(422);
	}

	@Test
	void tellsOfSigningInAndOutInOrder() {
		try (Recording recording = this.events.record("insyn.users")) {
			String lena = this.visitor.lena();
			this.visitor.post("/sign-out", "", "Authorization", "Bearer " + lena);
			List<Received> told = recording.await(2, (event) -> event.body().contains(session(lena)));
			assertThat(told).extracting(Received::type).containsExactly("user.signed-in.v1", "user.signed-out.v1");
			assertThat(told).allSatisfy((event) -> {
				assertThat(event.key()).isEqualTo("nordcykel:" + user(lena));
				assertThat(event.headers()).containsEntry("ce_actor", "user:" + user(lena));
				assertThat(event.toString()).doesNotContain("Lena", "lena@");
			});
		}
	}

	private String ingrid() {
		return Visitor.userToken(this.visitor.signIn("ingrid@fjordbok.example", WholeService.Users.INGRIDS_PASSWORD));
	}

	private String session(String token) {
		return this.visitor.claims(token).path("sid").asString();
	}

	private String user(String token) {
		JsonNode claims = this.visitor.claims(token);
		return claims.path("user").asString();
	}

}
