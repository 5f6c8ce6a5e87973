package dev.insyn.token.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.TokenSettings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Mints access tokens: the one place that decides what stands in them.
@Component
public class AccessTokens {

	static final String AUDIENCE = "insyn";

	private final SigningKeys keys;

	private final TokenSettings settings;

	private final String issuer;

	private final Clock clock;

	AccessTokens(SigningKeys keys, TokenSettings settings, @Value("${insyn.public-url}") String issuer, Clock clock) {
		this.keys = keys;
		this.settings = settings;
		this.issuer = issuer;
		this.clock = clock;
	}

	/// For a contact who came by a link.
	public AccessToken forContact(ContactSession session) {
		return sign(session.tenant(), this.settings.lifetime(),
				new JWTClaimsSet.Builder().subject(session.contact())
					.claim("contact", session.contact())
					.claim("page", session.page())
					.claim("link", session.link())
					.claim("sid", session.id())
					.claim("auth_time", session.began().getEpochSecond()));
	}

	/// For a contact who signed in to the portal: it names neither page nor link.
	public AccessToken forPortal(PortalVisit visit) {
		return sign(visit.tenant(), this.settings.lifetime(),
				new JWTClaimsSet.Builder().subject(visit.contact())
					.claim("contact", visit.contact())
					.claim("portal", true)
					.claim("sid", visit.session())
					.claim("auth_time", visit.began().getEpochSecond()));
	}

	/// For a signed-in user: short, so that what is taken from it is soon gone.
	public AccessToken forUser(UserGrant grant) {
		return sign(grant.tenant(), this.settings.userSessions().lifetime(),
				new JWTClaimsSet.Builder().subject(grant.user())
					.claim("user", grant.user())
					.claim("level", grant.level())
					.claim("name", grant.name())
					.claim("lang", grant.language())
					.claim("sid", grant.session())
					.claim("auth_time", grant.began().getEpochSecond()));
	}

	/// For an API client, to act for one tenant.
	public AccessToken forClient(TenantId tenant, String client, Collection<String> scopes) {
		return sign(tenant, this.settings.lifetime(),
				new JWTClaimsSet.Builder().subject(client)
					.claim("client", client)
					.claim("scope", String.join(" ", scopes)));
	}

	private AccessToken sign(TenantId tenant, Duration lifetime, JWTClaimsSet.Builder claims) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		Instant expires = now.plus(lifetime);
		claims.issuer(this.issuer)
			.audience(AUDIENCE)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(expires))
			.jwtID(UUID.randomUUID().toString())
			.claim("tenant", tenant.value());
		return new AccessToken(sign(claims.build()), now, expires);
	}

	private String sign(JWTClaimsSet claims) {
		KeyRing ring = this.keys.current();
		SignedJWT jwt = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(ring.kid()).build(), claims);
		try {
			jwt.sign(ring.signer());
			return jwt.serialize();
		}
		catch (JOSEException unusable) {
			throw new IllegalStateException("Signing key " + ring.kid() + " can't sign", unusable);
		}
	}

}
