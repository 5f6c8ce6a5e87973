package dev.insyn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/// Stands in for token-service: publishes its key and gives every client that asks a token for the tenant it names.
final class TokenServiceForTests {

	/// Who works at each tenant.
	private static final String USERS = """
			{"users":[{"id":"kim","name":"Kim Berg","email":"kim@nordcykel.example","level":99},
			{"id":"karin","name":"Karin Åberg","email":"karin@nordcykel.example","level":50}]}""";

	private final RSAKey key = generate();

	private final RSAKey strangersKey = generate();

	private final Set<String> ended = ConcurrentHashMap.newKeySet();

	private final HttpServer server;

	private TokenServiceForTests() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/oauth2/jwks",
				(exchange) -> answer(exchange, new JWKSet(this.key.toPublicJWK()).toString()));
		this.server.createContext("/oauth2/token", this::issue);
		this.server.createContext("/api/users", (exchange) -> answer(exchange, USERS));
		this.server.createContext("/sessions/check", this::check);
		this.server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	static TokenServiceForTests get() {
		return Holder.INSTANCE;
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/// Has it answer at one more address, or otherwise than it did.
	void serve(String path, HttpHandler handler) {
		try {
			this.server.removeContext(path);
		}
		catch (IllegalArgumentException none) {
			// It is a new one.
		}
		this.server.createContext(path, handler);
	}

	String sign(JWTClaimsSet claims) {
		return sign(claims, this.key);
	}

	String signByStranger(JWTClaimsSet claims) {
		return sign(claims, this.strangersKey);
	}

	/// From now on a token of this session is told to be over.
	void end(String session) {
		this.ended.add(session);
	}

	private void check(HttpExchange exchange) throws IOException {
		String payload = exchange.getRequestHeaders().getFirst("Authorization").split("\\.")[1];
		String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
		boolean over = this.ended.stream().anyMatch((session) -> claims.contains("\"" + session + "\""));
		exchange.sendResponseHeaders(over ? 401 : 204, -1);
		exchange.close();
	}

	private void issue(HttpExchange exchange) throws IOException {
		Map<String, String> form = form(exchange);
		String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
		String client = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2)[0];
		Instant now = Instant.now();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer("http://localhost:8080")
			.audience("insyn")
			.subject(client)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)))
			.claim("tenant", form.getOrDefault("tenant", ""))
			.claim("client", client)
			.claim("scope", form.getOrDefault("scope", "contacts.read contacts.deliver"))
			.build();
		answer(exchange, "{\"access_token\":\"" + sign(claims) + "\",\"token_type\":\"Bearer\",\"expires_in\":600}");
	}

	private static Map<String, String> form(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return Arrays.stream(body.split("&", -1))
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2)
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static String sign(JWTClaimsSet claims, RSAKey by) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
					claims);
			jwt.sign(new RSASSASigner(by));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(2048).keyID("test-key").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Holder {

		private static final TokenServiceForTests INSTANCE = new TokenServiceForTests();

	}

}
