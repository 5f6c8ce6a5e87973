package dev.insyn.platform.errors;

import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/// The claims about personal data go red with the exception handed to the logger and with Spring's own details
/// in the answer.
@WebMvcTest
@Import(TestTokens.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	@Autowired
	MockMvcTester http;

	@Autowired
	TestTokens tokens;

	@Test
	void aProgramGetsAProblem() {
		assertThat(this.http.get().uri("/open/refused")).hasStatus(409)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("Cache-Control", "no-store")
			.bodyJson()
			.isLenientlyEqualTo("""
					{"type": "urn:insyn:problem:field-conflict", "title": "Conflict", "status": 409,
					"detail": "Changed elsewhere", "conflicts": 1}""");
	}

	@ParameterizedTest
	@CsvSource({ "sv-SE, Något ändrades under tiden", "en-GB, Something changed in the meantime",
			"da, Noget blev ændret imens", "nb-NO, Noe ble endret i mellomtiden", "nn, Noe ble endret i mellomtiden",
			"no, Noe ble endret i mellomtiden", "fi, Jotain muuttui sillä välin",
			"de-AT, Inzwischen hat sich etwas geändert", "ja, Something changed in the meantime" })
	void aPersonGetsAPageInTheirLanguage(String language, String title) {
		MvcTestResult page = this.http.get()
			.uri("/open/refused")
			.header("Accept", BROWSER)
			.header("Accept-Language", language)
			.exchange();
		assertThat(page).hasStatus(409)
			.hasContentTypeCompatibleWith("text/html")
			.bodyText()
			.contains("<h1>" + title + "</h1>")
			.doesNotContain("urn:insyn");
	}

	@Test
	void aBrokenLanguageHeaderIsNoError() {
		assertThat(this.http.get().uri("/open/refused").header("Accept", BROWSER).header("Accept-Language", "%%%;;q=x"))
			.hasStatus(409);
	}

	@Test
	void aFailureTellsNeitherTheCallerNorTheLogWhatItChokedOn(CapturedOutput log) {
		assertThat(this.http.get().uri("/open/broken")).hasStatus(500)
			.bodyText()
			.doesNotContain("Anna")
			.doesNotContain("Exception");
		assertThat(log).contains("java.lang.IllegalStateException", "NotesController", "/open/{what}")
			.doesNotContain("Anna");
	}

	/// Not ours to mend, and over soon: red as 500.
	@Test
	void anAbsentBrokerIsNoFailureOfTheService() {
		assertThat(this.http.get().uri("/open/unsent")).hasStatus(503);
	}

	@Test
	void anUnreadableBodyIsNotQuoted(CapturedOutput log) {
		assertThat(this.http.post()
			.uri("/open/number")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"age\": \"Anna Lindqvist\"}")).hasStatus(400).bodyText().doesNotContain("Anna");
		assertThat(log).doesNotContain("Anna");
	}

	@Test
	void aWrongMethodOrTypeIsAProblemToo() {
		assertThat(this.http.delete().uri("/open/door")).hasStatus(405)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.http.post().uri("/open/json").content("x").contentType("text/plain")).hasStatus(415);
		assertThat(this.http.get().uri("/open/door/further")).hasStatus(404)
			.bodyJson()
			.isLenientlyEqualTo("{'type':'urn:insyn:problem:not-found'}");
	}

	@Test
	void aUserAtWorkIsToldWithinTheConsole() {
		String token = this.tokens.user("nordcykel", "u1", 10);
		assertThat(this.http.get().uri("/admin/audit/10").header("Authorization", "Bearer " + token)).hasStatusOk();
		MvcTestResult page = this.http.get()
			.uri("/admin/audit/99")
			.header("Authorization", "Bearer " + token)
			.header("Accept", BROWSER)
			.exchange();
		assertThat(page).hasStatus(403)
			.hasContentTypeCompatibleWith("text/html")
			.bodyText()
			.contains("<h1>Your permission level does not allow this</h1>",
					"href=\"/admin/audit\" aria-current=\"page\"")
			.doesNotContain("href=\"/admin/users\"");
		assertThat(this.http.get().uri("/admin/audit/99").header("Authorization", "Bearer " + token)).hasStatus(403)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void nobodyButAUserIsAtWorkInTheConsole() {
		String token = this.tokens.client("nordcykel", "crm");
		assertThat(this.http.get()
			.uri("/admin/audit/10")
			.header("Authorization", "Bearer " + token)
			.header("Accept", BROWSER)).hasStatus(403).bodyText().doesNotContain("/admin/");
	}

}
