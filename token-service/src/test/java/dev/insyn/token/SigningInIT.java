package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// From the form to the console and out again.
@WholeService
class SigningInIT {

	@Autowired
	Visitor visitor;

	@Test
	void showsAFormInTheBrowsersLanguage() {
		HttpResponse<String> swedish = this.visitor.get("/sign-in?to=%2Fadmin%2Fpages", "Accept-Language", "sv-SE");
		assertThat(swedish.statusCode()).isEqualTo(200);
		assertThat(swedish.body()).contains("lang=\"sv\"", "Logga in", "value=\"/admin/pages\"",
				"autocomplete=\"current-password\"");
		assertThat(this.visitor.get("/sign-in", "Accept-Language", "fi").body()).contains("lang=\"en\"", "Sign in");
	}

	@Test
	void givesATokenThatSaysWhoAndHowMuch() {
		HttpResponse<String> in = this.visitor.signIn("karin@nordcykel.example", WholeService.Users.KARINS_PASSWORD);
		assertThat(in.statusCode()).isEqualTo(303);
		assertThat(in.headers().firstValue("Location")).contains("/admin");
		assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-insyn-user=")
			.contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Max-Age", "Expires", "Domain");
		JsonNode claims = this.visitor.claims(Visitor.userToken(in));
		assertThat(claims.path("tenant").asString()).isEqualTo("nordcykel");
		assertThat(claims.path("user").asString()).matches("[0-9a-v]{26}");
		assertThat(claims.path("sub")).isEqualTo(claims.path("user"));
		assertThat(claims.path("level").asInt()).isEqualTo(99);
		assertThat(claims.path("name").asString()).isEqualTo("Karin Åberg");
		assertThat(claims.path("lang").asString()).isEqualTo("sv");
		assertThat(claims.path("sid").asString()).isNotEmpty();
		assertThat(claims.path("auth_time").asLong()).isPositive();
		assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(120);
	}

	@Test
	void knowsTheAddressHoweverItIsWrittenAndAPasswordByItsHash() {
		HttpResponse<String> in = this.visitor.signIn(" maja@NORDCYKEL.example ", WholeService.Users.MAJAS_PASSWORD);
		assertThat(this.visitor.claims(Visitor.userToken(in)).path("level").asInt()).isEqualTo(10);
	}

	@Test
	void saysBesideTheFieldWhatIsMissing() {
		HttpResponse<String> answer = this.visitor.post("/sign-in", "email=&password=", "Content-Type",
				"application/x-www-form-urlencoded", "Accept-Language", "sv");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"f-email-error\"", "Skriv din e-postadress", "Skriv ditt lösenord");
	}

	@Test
	void keepsTheAddressButNotThePasswordThatWasTyped() {
		HttpResponse<String> answer = this.visitor.signIn("karin@nordcykel.example", "not-her-password");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.body()).contains("value=\"karin@nordcykel.example\"").doesNotContain("not-her-password");
	}

	/// A browser that has signed in once signs in again: whoever knew the first session
	/// is not in the second.
	@Test
	void beginsASessionOfItsOwnEachTime() {
		JsonNode one = this.visitor.claims(this.visitor.karin());
		JsonNode other = this.visitor.claims(this.visitor.karin());
		assertThat(other.path("sid")).isNotEqualTo(one.path("sid"));
		assertThat(other.path("user")).isEqualTo(one.path("user"));
	}

	@Test
	void leadsWhereTheUserWantedToGo() {
		assertThat(to("/admin/pages/P05?tab=rules&x=1")).isEqualTo("/admin/pages/P05?tab=rules&x=1");
		assertThat(to("/admin")).isEqualTo("/admin");
	}

	/// Each of these goes where it says when `ConsoleAddress` believes it.
	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/admin", "//evil.example/admin", "/\\evil.example",
			"\\\\evil.example", "/admin/../../evil", "/admin//evil.example", "javascript:alert(1)", "/administrator",
			"/p/P05", "/admin/x\r\nSet-Cookie: a=b", "http:/admin/x", "/admin@evil.example", "//admin/", " /admin/x",
			"" })
	void leadsNowhereElse(String to) {
		assertThat(to(to)).isEqualTo("/admin");
	}

	@Test
	void goesOnWithTheSameSession() {
		String token = this.visitor.karin();
		HttpResponse<String> renewed = this.visitor.renew(token);
		assertThat(renewed.statusCode()).isEqualTo(200);
		JsonNode before = this.visitor.claims(token);
		JsonNode after = this.visitor.claims(this.visitor.read(renewed).path("token").asString());
		for (String claim : List.of("user", "tenant", "level", "name", "lang", "sid", "auth_time")) {
			assertThat(after.path(claim)).as(claim).isEqualTo(before.path(claim));
		}
	}

	/// Whoever planted a session in the browser, or has an older one of the same user,
	/// has
	/// nothing of this one. Seen red with a session's id made of the user's.
	@Test
	void beginsASessionOfItsOwnWhateverTheBrowserHad() {
		String older = this.visitor.karin();
		String planted = this.visitor.lena();
		String token = Visitor.userToken(this.visitor.post("/sign-in",
				Visitor.form("email", "karin@nordcykel.example") + "&"
						+ Visitor.form("password", WholeService.Users.KARINS_PASSWORD),
				"Content-Type", "application/x-www-form-urlencoded", "Authorization", "Bearer " + planted, "Cookie",
				"__Host-insyn-user=" + planted));
		assertThat(this.visitor.claims(token).path("sid")).isNotEqualTo(this.visitor.claims(older).path("sid"))
			.isNotEqualTo(this.visitor.claims(planted).path("sid"));
		this.visitor.post("/sign-out", "", "Authorization", "Bearer " + older);
		assertThat(this.visitor.renew(older).statusCode()).isEqualTo(401);
		assertThat(this.visitor.renew(token).statusCode()).isEqualTo(200);
	}

	/// Red when signing out only clears the cookie: a stolen token would go on.
	@Test
	void endsTheSessionWithTheSignOut() {
		String token = this.visitor.karin();
		HttpResponse<String> out = this.visitor.post("/sign-out", "", "Authorization", "Bearer " + token);
		assertThat(out.statusCode()).isEqualTo(303);
		assertThat(out.headers().firstValue("Location")).contains("/sign-in?signed-out");
		assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-insyn-user=;")
			.contains("Max-Age=0");
		assertThat(this.visitor.renew(token).statusCode()).isEqualTo(401);
		assertThat(this.visitor.get("/sign-in?signed-out", "Accept-Language", "sv").body()).contains("Du är utloggad");
	}

	@Test
	void listsTheTenantsUsersForWhoeverChoosesOne() {
		JsonNode listed = this.visitor
			.read(this.visitor.get("/api/users", "Authorization", "Bearer " + this.visitor.karin()))
			.path("users");
		assertThat(listed.valueStream().map((user) -> user.path("name").asString())).containsExactly("Johan Ek",
				"Karin Åberg", "Lena Strand", "Maja Holm");
		assertThat(listed.at("/1/email").asString()).isEqualTo("karin@nordcykel.example");
		assertThat(listed.at("/1/level").asInt()).isEqualTo(99);
		assertThat(this.visitor.get("/api/users").statusCode()).isEqualTo(401);
		assertThat(this.visitor.get("/api/users", "Authorization", this.visitor.crm()).statusCode()).isEqualTo(403);
	}

	private String to(String wanted) {
		return this.visitor
			.signIn("karin@nordcykel.example", WholeService.Users.KARINS_PASSWORD, Visitor.form("to", wanted))
			.headers()
			.firstValue("Location")
			.orElseThrow();
	}

}
