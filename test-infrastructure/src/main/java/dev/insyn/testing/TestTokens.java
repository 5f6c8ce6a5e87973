package dev.insyn.testing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/// Access tokens as token-service issues them. Import it into a slice test or an `*IT`: the application then verifies
/// tokens in earnest, with the keys of a small token service in the test's JVM, which also answers client credentials.
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

	private final String issuer;

	TestTokens(@Value("${insyn.public-url:http://localhost:8080}") String issuer) {
		this.issuer = issuer;
	}

	@Bean
	static BeanFactoryPostProcessor tokenServiceForTests(ConfigurableEnvironment environment) {
		return EarlyProperties.of("token-service-for-tests", environment,
				() -> Map.of("insyn.services.token", TokenServiceForTests.get().address()));
	}

	/// A contact who came to page P05 by a link.
	public String contact(String tenant, String contact) {
		return contact(tenant, contact, "P05");
	}

	public String contact(String tenant, String contact, String page) {
		return mint((claims) -> claims.subject(contact)
			.claim("tenant", tenant)
			.claim("contact", contact)
			.claim("page", page)
			.claim("link", "link-of-" + contact)
			.claim("sid", "session-of-" + contact)
			.claim("auth_time", Instant.now().getEpochSecond()));
	}

	/// A contact who signed in to the portal.
	public String portal(String tenant, String contact) {
		return mint((claims) -> claims.subject(contact)
			.claim("tenant", tenant)
			.claim("contact", contact)
			.claim("portal", true)
			.claim("sid", "session-of-" + contact)
			.claim("auth_time", Instant.now().getEpochSecond()));
	}

	/// The contact's sign-in to the portal is over, and token-service says so.
	public void signOut(String contact) {
		TokenServiceForTests.get().end("session-of-" + contact);
	}

	public String client(String tenant, String client, String... scopes) {
		return mint((claims) -> claims.subject(client)
			.claim("tenant", tenant)
			.claim("client", client)
			.claim("scope", String.join(" ", scopes)));
	}

	public String user(String tenant, String user, int level) {
		return mint((claims) -> claims.subject(user)
			.claim("tenant", tenant)
			.claim("user", user)
			.claim("level", level)
			.claim("name", "Karin Åberg")
			.claim("lang", "en")
			.claim("sid", "session-of-" + user));
	}

	/// Any token: valid in time, issuer and audience unless changed.
	public String mint(Consumer<JWTClaimsSet.Builder> bend) {
		return TokenServiceForTests.get().sign(claims(bend));
	}

	/// As [#mint], with `alg: none` and no signature.
	public String unsigned(Consumer<JWTClaimsSet.Builder> bend) {
		return new com.nimbusds.jwt.PlainJWT(claims(bend)).serialize();
	}

	/// As [#mint], signed by a key that token-service never had.
	public String forged(Consumer<JWTClaimsSet.Builder> bend) {
		return TokenServiceForTests.get().signByStranger(claims(bend));
	}

	private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> bend) {
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(List.of("insyn"))
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)))
			.jwtID(UUID.randomUUID().toString());
		bend.accept(claims);
		return claims.build();
	}

}
