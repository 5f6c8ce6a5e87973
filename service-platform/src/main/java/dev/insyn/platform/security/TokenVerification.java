package dev.insyn.platform.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Verifies token-service's tokens: RS256 and nothing else, our issuer, our audience, in time. Its keys are fetched when
/// first needed, again when an unknown `kid` comes, and outlive an outage of token-service for hours.
final class TokenVerification {

	private static final String AUDIENCE = "insyn";

	private static final Duration SKEW = Duration.ofSeconds(5);

	private static final int CONNECT_MILLIS = 1000;

	private static final int READ_MILLIS = 3000;

	private TokenVerification() {
	}

	static JwtDecoder of(String issuer, String tokenService, Clock clock) {
		return of(issuer, JWKSourceBuilder
			.create(url(tokenService + "/oauth2/jwks"), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS))
			.cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(10).toMillis())
			.rateLimited(Duration.ofSeconds(1).toMillis())
			.outageTolerant(Duration.ofHours(4).toMillis())
			.build(), clock);
	}

	static JwtDecoder of(String issuer, JWKSource<SecurityContext> keys, Clock clock) {
		DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
		signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
		signatures.setJWTClaimsSetVerifier((_, _) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
		JwtTimestampValidator inTime = new JwtTimestampValidator(SKEW);
		inTime.setClock(clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(inTime, new JwtIssuerValidator(issuer),
				new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
						(audience) -> audience != null && audience.contains(AUDIENCE)),
				new JwtClaimValidator<>(JwtClaimNames.EXP, (end) -> end != null))));
		return new CachedJwts(decoder, clock);
	}

	private static URL url(String address) {
		try {
			return URI.create(address).toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("insyn.services.token is no address", ex);
		}
	}

}
