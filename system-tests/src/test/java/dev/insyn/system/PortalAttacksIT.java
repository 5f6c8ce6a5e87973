package dev.insyn.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// What is tried at the portal's door and behind it, on the running whole. The services' own tests show each defence alone.
@ExtendWith(StackExtension.class)
@Order(53)
class PortalAttacksIT {

	private static final String DOOR = "/portal/nordcykel/sign-in";

	private static final Pattern CODE = Pattern.compile("(\\d{3}) (\\d{3})");

	private final Stack stack;

	PortalAttacksIT(Stack stack) {
		this.stack = stack;
	}

	/// Forty guesses at once from four addresses get no more than five tries between
	/// them,
	/// and the right code is then none either. To go red when tries are read and written
	/// apart.
	@Test
	void manyBrowsersGuessNoFasterThanOne() throws Exception {
		Ready.Link anna = this.stack.takeLink();
		String challenge = ask(anna);
		String right = mailedCode(anna);
		List<Future<HttpResponse<String>>> guesses = new ArrayList<>();
		try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int guess = 0; guess < 40; guess++) {
				String from = "127.0.5." + (1 + guess % 4);
				String code = "%06d".formatted((Integer.parseInt(right) + 1 + guess) % 1_000_000);
				guesses.add(browsers.submit(() -> enter(from, challenge, code)));
			}
		}
		int looked = 0;
		for (Future<HttpResponse<String>> guess : guesses) {
			assertThat(guess.get().statusCode()).isEqualTo(422);
			assertThat(guess.get().headers().allValues("Set-Cookie")).isEmpty();
			looked += guess.get().body().contains("försök kvar") ? 1 : 0;
		}
		assertThat(looked).as("answers that say how many are left").isLessThanOrEqualTo(4);
		HttpResponse<String> late = enter("127.0.5.9", challenge, right);
		assertThat(late.statusCode()).isEqualTo(422);
		assertThat(late.body()).contains("för många gånger");
	}

	/// From one address, whatever is guessed and wherever: thirty, then it has to wait.
	@Test
	void whoKnocksTooOftenHasToWait() throws Exception {
		HttpResponse<String> answer = enter("127.0.6.1", "x", "1");
		for (int i = 0; i < 60 && answer.statusCode() != 429; i++) {
			answer = enter("127.0.6.1", "x", "1");
		}
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

	@Test
	void theSessionsCookieIsForThisSiteAloneAndItsPagesRestNowhere() throws Exception {
		Ready.Link anna = this.stack.takeLink();
		HttpResponse<String> in = enter("127.0.5.8", ask(anna), mailedCode(anna));
		assertThat(in.headers().allValues("Set-Cookie")).allSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-")
			.contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
			.doesNotContain("Domain"));
		String session = Visit.cookieOf(in, "__Host-insyn");
		for (String below : List.of("", "/history", "/access", "/access/offer")) {
			HttpResponse<String> page = look(session, "/portal/nordcykel" + below);
			assertThat(page.statusCode()).as(below).isEqualTo(200);
			assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
			assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
				.contains("default-src 'none'", "frame-ancestors 'none'")
				.doesNotContain("unsafe");
			assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		}
		assertThat(look(session, "/portal/fjordbok").headers().firstValue("Location"))
			.contains("/portal/fjordbok/sign-in");
		assertThat(look(session, "/admin/pages").statusCode()).isEqualTo(303);
		assertThat(look(session, "/api/contacts/" + anna.contactId()).statusCode()).isEqualTo(401);
	}

	/// A link's session is one of a page: it opens no portal and no way into it.
	@Test
	void aLinkOpensNoPortal() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		for (String below : List.of("", "/history", "/access", "/access/offer")) {
			HttpResponse<String> answer = look(visit.token(), "/portal/nordcykel" + below);
			assertThat(answer.statusCode()).as(below).isEqualTo(303);
			assertThat(answer.headers().firstValue("Location")).contains(DOOR);
		}
	}

	/// Whatever is told about where the request came from, no answer leads elsewhere.
	@Test
	void noAnswerLeadsToAnotherSite() {
		for (String path : List.of("/portal/nordcykel", DOOR + "?lang=//evil.example", "/portal/evil.example/sign-in",
				"/portal/nordcykel/access", "/admin", "/l/nordcykel/fresh")) {
			HttpResponse<String> answer = this.stack.send(HttpRequest.newBuilder(this.stack.gateway(path))
				.header("X-Forwarded-Host", "evil.example")
				.header("Forwarded", "host=evil.example")
				.header("Accept", "text/html"));
			assertThat(answer.headers().firstValue("Location").orElse("/")).as(path)
				.startsWith("/")
				.doesNotStartWith("//")
				.doesNotContain("evil");
			assertThat(answer.body()).as(path).doesNotContain("evil.example");
		}
	}

	/// @return the cookie's value
	private String ask(Ready.Link contact) throws IOException, InterruptedException {
		HttpResponse<String> asked = post("127.0.5.7", DOOR, "",
				"email=" + URLEncoder.encode(contact.email(), StandardCharsets.UTF_8));
		assertThat(asked.statusCode()).isEqualTo(303);
		return Visit.cookieOf(asked, "__Host-insyn-portal-code-nordcykel");
	}

	private String mailedCode(Ready.Link contact) {
		Mailbox.Mail mail = new Mailbox(this.stack)
			.await((found) -> String.valueOf(found.to()).contains(contact.email())
					&& CODE.matcher(String.valueOf(found.text())).find());
		Matcher code = CODE.matcher(String.valueOf(mail.text()));
		return code.find() ? code.group(1) + code.group(2) : "";
	}

	private HttpResponse<String> enter(String from, String challenge, String code)
			throws IOException, InterruptedException {
		return post(from, DOOR + "/code", "__Host-insyn-portal-code-nordcykel=" + challenge, "code=" + code);
	}

	private HttpResponse<String> post(String from, String path, String cookie, String form)
			throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build()) {
			return client.send(HttpRequest.newBuilder(this.stack.gateway(path))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Sec-Fetch-Site", "same-origin")
				.header("Accept-Language", "sv")
				.header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
				.POST(HttpRequest.BodyPublishers.ofString(form))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private HttpResponse<String> look(String session, String path) {
		return this.stack.send(HttpRequest.newBuilder(this.stack.gateway(path))
			.header("Cookie", "__Host-insyn=" + session)
			.header("Accept", "text/html"));
	}

}
