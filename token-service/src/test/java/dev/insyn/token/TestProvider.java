package dev.insyn.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A small OpenID Connect provider that can also lie: what a person does at its page is done by [#vouch], and how the ID
/// token is signed is the test's to say.
public final class TestProvider {

	public static final String CLIENT = "insyn";

	public static final String SECRET = "providers-secret-for-insyn";

	private final RSAKey key = newKey();

	private final Map<String, Grant> grants = new ConcurrentHashMap<>();

	/// What is told of a person now, by its subject.
	private final Map<String, Map<String, Object>> persons = new ConcurrentHashMap<>();

	/// Whose refresh token it is; each works once.
	private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

	private final JsonMapper json = JsonMapper.shared();

	private final String issuer;

	private final HttpServer server;

	private volatile boolean away;

	private volatile Map<String, Object> userInfo = Map.of();

	private TestProvider(String issuer, HttpServer server) {
		this.issuer = issuer;
		this.server = server;
	}

	public static TestProvider start(String issuer) {
		try {
			TestProvider provider = new TestProvider(issuer,
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
			provider.server.createContext("/", provider::answer);
			provider.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			provider.server.start();
			return provider;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String issuer() {
		return this.issuer;
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	public void away(boolean now) {
		this.away = now;
	}

	/// From now on there is a userinfo endpoint that tells this, whoever asks.
	public TestProvider tellingOnRequest(Map<String, Object> claims) {
		this.userInfo = claims;
		return this;
	}

	/// An administrator there changes somebody.
	/// @param claims what is told of them from now on; null if they are removed
	public void changes(String subject, @Nullable Map<String, Object> claims) {
		if (claims == null) {
			this.persons.remove(subject);
		}
		else {
			this.persons.put(subject, claims);
		}
	}

	/// Somebody signs in at the page that a browser was sent to.
	/// @param claims what the provider tells of them
	/// @return the code that the browser brings back
	public String vouch(URI asked, Map<String, Object> claims) {
		return vouch(asked, claims, UnaryOperator.identity(), this::signed);
	}

	/// @param bend makes the ID token another than it should be
	/// @param sign makes a token of the claims
	public String vouch(URI asked, Map<String, Object> claims, UnaryOperator<JWTClaimsSet.Builder> bend,
			Function<JWTClaimsSet, String> sign) {
		Map<String, String> parameters = form(asked.getRawQuery());
		Instant now = Instant.now();
		JWTClaimsSet.Builder token = new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(CLIENT)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(300)))
			.claim("nonce", parameters.get("nonce"));
		claims.forEach(token::claim);
		this.persons.put(String.valueOf(claims.get("sub")), claims);
		String code = UUID.randomUUID().toString();
		this.grants.put(code,
				new Grant(String.valueOf(claims.get("sub")), sign.apply(bend.apply(token).build()),
						Objects.requireNonNull(parameters.get("code_challenge")),
						Objects.requireNonNull(parameters.get("redirect_uri"))));
		return code;
	}

	public String signed(JWTClaimsSet claims) {
		return signed(claims, this.key);
	}

	/// Signed by somebody else, who calls the key by the same name.
	public String forged(JWTClaimsSet claims) {
		return signed(claims, newKey());
	}

	public String unsigned(JWTClaimsSet claims) {
		return new PlainJWT(claims).serialize();
	}

	/// Signed with the public key as if it were a secret.
	public String signedWithWhatEverybodyKnows(JWTClaimsSet claims) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.key.getKeyID()).build(), claims);
			token.sign(new MACSigner(this.key.toRSAPublicKey().getEncoded()));
			return token.serialize();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	public static Map<String, String> form(String query) {
		return Arrays.stream(query.split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private void answer(HttpExchange exchange) throws IOException {
		if (this.away) {
			write(exchange, 503, Map.of());
			return;
		}
		switch (exchange.getRequestURI().getPath()) {
			case "/metadata" -> write(exchange, 200, metadata());
			case "/jwks" -> write(exchange, 200, new JWKSet(this.key.toPublicJWK()).toJSONObject());
			case "/token" -> token(exchange);
			case "/userinfo" -> write(exchange, 200, this.userInfo);
			default -> write(exchange, 404, Map.of());
		}
	}

	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		if ("refresh_token".equals(form.get("grant_type"))) {
			refresh(exchange, this.refreshTokens.remove(form.getOrDefault("refresh_token", "")));
			return;
		}
		Grant grant = this.grants.remove(form.getOrDefault("code", ""));
		String basic = "Basic "
				+ Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		if (grant == null || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
				|| !grant.fits(form.get("code_verifier"), form.get("redirect_uri"))) {
			write(exchange, 400, Map.of("error", "invalid_grant"));
			return;
		}
		write(exchange, 200, tokens(grant.subject(), grant.idToken()));
	}

	private void refresh(HttpExchange exchange, @Nullable String subject) throws IOException {
		Map<String, Object> person = (subject != null) ? this.persons.get(subject) : null;
		if (subject == null || person == null) {
			write(exchange, 400, Map.of("error", "invalid_grant"));
			return;
		}
		JWTClaimsSet.Builder token = new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(CLIENT)
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(300)));
		person.forEach(token::claim);
		write(exchange, 200, tokens(subject, signed(token.build())));
	}

	private Map<String, Object> tokens(String subject, String idToken) {
		String refreshToken = UUID.randomUUID().toString();
		this.refreshTokens.put(refreshToken, subject);
		return Map.of("access_token", "of-no-use", "token_type", "Bearer", "expires_in", 60, "scope", "openid profile",
				"id_token", idToken, "refresh_token", refreshToken);
	}

	private Map<String, Object> metadata() {
		Map<String, Object> metadata = new HashMap<>(Map.of("issuer", this.issuer, "authorization_endpoint",
				this.issuer + "/authorize", "token_endpoint", address() + "/token", "jwks_uri", address() + "/jwks",
				"end_session_endpoint", this.issuer + "/logout", "subject_types_supported", List.of("public"),
				"response_types_supported", List.of("code"), "id_token_signing_alg_values_supported", List.of("RS256"),
				"authorization_response_iss_parameter_supported", true));
		if (!this.userInfo.isEmpty()) {
			metadata.put("userinfo_endpoint", address() + "/userinfo");
		}
		return metadata;
	}

	private void write(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
		byte[] bytes = this.json.writeValueAsBytes(body);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static String signed(JWTClaimsSet claims, RSAKey key) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
					claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("provider").generate();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// What a code is worth, to whoever knows the verifier of the challenge.
	private record Grant(String subject, String idToken, String challenge, String redirect) {

		boolean fits(@Nullable String verifier, @Nullable String redirect) {
			return verifier != null && this.challenge.equals(challenge(verifier)) && this.redirect.equals(redirect);
		}

		private static String challenge(String verifier) {
			try {
				byte[] digest = MessageDigest.getInstance("SHA-256")
					.digest(verifier.getBytes(StandardCharsets.US_ASCII));
				return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
			}
			catch (NoSuchAlgorithmException impossible) {
				throw new IllegalStateException(impossible);
			}
		}

	}

}
