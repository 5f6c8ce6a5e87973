package dev.insyn.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import dev.insyn.testing.Events;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/// Uses token-service as browsers, CRM systems and the gateway do.
@TestComponent
@Lazy
public class Visitor {

	private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	private final JsonMapper json = JsonMapper.shared();

	private final Environment environment;

	private final Events events;

	Visitor(Environment environment, Events events) {
		this.environment = environment;
		this.events = events;
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers));
	}

	public HttpResponse<String> head(String path) {
		return send(request(path).HEAD());
	}

	public HttpResponse<String> post(String path, String body, String... headers) {
		return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> delete(String path, String... headers) {
		return send(request(path, headers).DELETE());
	}

	public HttpResponse<String> requestToken(String client, String secret, String... form) {
		String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
		String body = "grant_type=client_credentials"
				+ String.join("", Arrays.stream(form).map((f) -> "&" + f).toList());
		return post("/oauth2/token", body, "Authorization", "Basic " + basic, "Content-Type",
				"application/x-www-form-urlencoded");
	}

	/// The bearer of Nordcykel's CRM, as a header's value.
	public String crm() {
		return bearer(requestToken("crm-nordcykel", "nordcykel-secret-1"));
	}

	public String otherCrm() {
		return bearer(requestToken("crm-fjordbok", "fjordbok-secret-12"));
	}

	public static String form(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/// A page that Nordcykel has published, known to token-service when this returns.
	/// @param lifetime its links', as JSON
	public String publishedPage(String lifetime) {
		return publishedPage(lifetime, "continue");
	}

	/// @param opening what opening its links asks
	public String publishedPage(String lifetime, String opening) {
		String page = "P" + UUID.randomUUID().toString().substring(0, 8);
		publish(page, 1, lifetime, opening);
		Awaitility.await()
			.atMost(java.time.Duration.ofSeconds(20))
			.until(() -> issue(page, "probe").statusCode() == 201);
		return page;
	}

	public void publish(String page, int version, String lifetime) {
		publish(page, version, lifetime, "continue");
	}

	private void publish(String page, int version, String lifetime, String opening) {
		this.events.send("insyn.landing-pages", "landing-page.published.v1", "nordcykel", page, """
				{"page":"%s","version":%d,"name":"Dina uppgifter","theme":"main","unknownLater":1,
				"rules":{"linkLifetime":%s,"opening":"%s","portal":false,"languages":["sv","en"]},
				"names":{"sv":"Dina uppgifter"},"fields":[]}""".formatted(page, version, lifetime, opening));
	}

	public HttpResponse<String> issue(String page, String... contacts) {
		String list = String.join(",", Arrays.stream(contacts).map((contact) -> "\"" + contact + "\"").toList());
		return post("/api/links", "{\"page\":\"%s\",\"contacts\":[%s]}".formatted(page, list), "Authorization", crm(),
				"Content-Type", "application/json");
	}

	/// The first link of an answer to [#issue].
	public JsonNode firstLink(HttpResponse<String> issued) {
		return read(issued).at("/links/0");
	}

	public HttpResponse<String> signIn(String email, String password, String... more) {
		String body = form("email", email) + "&" + form("password", password)
				+ String.join("", Arrays.stream(more).map((field) -> "&" + field).toList());
		return post("/sign-in", body, "Content-Type", "application/x-www-form-urlencoded", "Accept-Language", "sv");
	}

	/// The access token of Nordcykel's administrator, after a sign-in of its own.
	public String karin() {
		return userToken(signIn("karin@nordcykel.example", WholeService.Users.KARINS_PASSWORD));
	}

	public String lena() {
		return userToken(signIn("lena@nordcykel.example", WholeService.Users.LENAS_PASSWORD));
	}

	/// Asks for a page of the console as whoever has this token.
	public HttpResponse<String> console(String path, String token, String... headers) {
		return get(path, withBearer(token, headers));
	}

	public HttpResponse<String> consolePost(String path, String token, String form, String... headers) {
		String[] all = Arrays.copyOf(withBearer(token, headers), headers.length + 6);
		all[all.length - 2] = "Content-Type";
		all[all.length - 1] = "application/x-www-form-urlencoded";
		return post(path, form, all);
	}

	private static String[] withBearer(String token, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 4);
		all[headers.length] = "Authorization";
		all[headers.length + 1] = "Bearer " + token;
		all[headers.length + 2] = "Accept";
		all[headers.length + 3] = "text/html";
		return all;
	}

	public static String userToken(HttpResponse<String> signedIn) {
		return signedIn.headers()
			.firstValue("Set-Cookie")
			.orElseThrow()
			.replaceAll("__Host-insyn-user=([^;]*);.*", "$1");
	}

	public HttpResponse<String> renew(String token) {
		return post("/sessions/renewal", "", "Authorization", "Bearer " + token);
	}

	/// The path under which a new link is opened.
	public String newLink(String page, String contact) {
		return URI.create(firstLink(issue(page, contact)).path("url").asString()).getPath();
	}

	/// Sends a form as a client does that says nothing of a person.
	public HttpResponse<String> submit(String path, String form, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 4);
		all[headers.length] = "Content-Type";
		all[headers.length + 1] = "application/x-www-form-urlencoded";
		all[headers.length + 2] = "Accept-Language";
		all[headers.length + 3] = "sv";
		return post(path, form, all);
	}

	public String newLink(String page, String contact, String mailing) {
		HttpResponse<String> issued = post("/api/links",
				"{\"page\":\"%s\",\"contacts\":[\"%s\"],\"mailing\":\"%s\"}".formatted(page, contact, mailing),
				"Authorization", crm(), "Content-Type", "application/json");
		return URI.create(firstLink(issued).path("url").asString()).getPath();
	}

	/// Presses *continue* as a person does whose browser runs no script.
	public HttpResponse<String> open(String path) {
		return post(path, "", "Sec-Fetch-User", "?1");
	}

	/// The access token that opening a link gives.
	public static String tokenOf(HttpResponse<String> opened) {
		return opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("__Host-insyn=([^;]*);.*", "$1");
	}

	public JsonNode claims(String jwt) {
		return this.json.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
	}

	public JsonNode json(String text) {
		return this.json.readTree(text);
	}

	public JsonNode read(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

	public String bearer(HttpResponse<String> response) {
		return "Bearer " + read(response).path("access_token").asString();
	}

	private HttpRequest.Builder request(String path, String... headers) {
		int port = this.environment.getRequiredProperty("local.server.port", Integer.class);
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
