package dev.insyn.token.signing;

import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Verifies the tokens of this service with its keys at hand, where other services ask for the key set over HTTP.
@Configuration(proxyBeanMethods = false)
class OwnTokens {

	@Bean
	JwtDecoder jwtDecoder(SigningKeys keys, @Value("${insyn.public-url}") String issuer) {
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(signedBy(keys));
		JwtClaimValidator<List<String>> audience = new JwtClaimValidator<>(JwtClaimNames.AUD,
				(values) -> values != null && values.contains(AccessTokens.AUDIENCE));
		decoder.setJwtValidator(
				new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), audience));
		return decoder;
	}

	/// Checks the signature alone. Takes RS256 and nothing else, so neither `none` nor an
	/// HMAC with the public key as its secret gets through.
	static ConfigurableJWTProcessor<SecurityContext> signedBy(SigningKeys keys) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		return processor;
	}

}
