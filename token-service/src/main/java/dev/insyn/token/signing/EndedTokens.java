package dev.insyn.token.signing;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.TokenSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Reads the session of a contact or a user from its access token, also from one that has ended a while ago.
@Component
public class EndedTokens {

	private final ConfigurableJWTProcessor<SecurityContext> processor;

	private final TokenSettings settings;

	private final String issuer;

	private final Clock clock;

	EndedTokens(SigningKeys keys, TokenSettings settings, @Value("${insyn.public-url}") String issuer, Clock clock) {
		this.processor = OwnTokens.signedBy(keys);
		this.settings = settings;
		this.issuer = issuer;
		this.clock = clock;
	}

	/// Empty if the token is not ours, not a contact's, ended too long ago, or if the
	/// session has lasted too long.
	public Optional<ContactSession> session(String token) {
		return claims(token, this.settings.renewable()).map(EndedTokens::contact)
			.filter((session) -> !isOver(session.began(), this.settings.session()));
	}

	/// Empty if the token is not ours, not of the portal, ended too long ago, or if the
	/// session has lasted too long.
	public Optional<PortalVisit> portalVisit(String token) {
		return claims(token, this.settings.renewable()).map(EndedTokens::portal)
			.filter((visit) -> !isOver(visit.began(), this.settings.session()));
	}

	/// Empty if the token is not ours, not a user's, ended so long ago that nobody sat
	/// there, or if the session has lasted too long.
	public Optional<UserVisit> userVisit(String token) {
		TokenSettings.UserSessions limits = this.settings.userSessions();
		return claims(token, limits.idle()).map(EndedTokens::user)
			.filter((visit) -> !isOver(visit.began(), limits.longest()));
	}

	private Optional<JWTClaimsSet> claims(String token, Duration renewable) {
		return Optional.ofNullable(verified(token)).filter(this::isOurs).filter((claims) -> isIn(claims, renewable));
	}

	private @Nullable JWTClaimsSet verified(String token) {
		try {
			return this.processor.process(token, null);
		}
		catch (ParseException | BadJOSEException | JOSEException notOurs) {
			return null;
		}
	}

	private boolean isOurs(JWTClaimsSet claims) {
		return this.issuer.equals(claims.getIssuer()) && claims.getAudience().contains(AccessTokens.AUDIENCE);
	}

	private boolean isIn(JWTClaimsSet claims, Duration renewable) {
		Date expires = claims.getExpirationTime();
		return expires != null && this.clock.instant().isBefore(expires.toInstant().plus(renewable));
	}

	private boolean isOver(Instant began, Duration longest) {
		return this.clock.instant().isAfter(began.plus(longest));
	}

	private static @Nullable UserVisit user(JWTClaimsSet claims) {
		try {
			String tenant = claims.getStringClaim("tenant");
			String user = claims.getStringClaim("user");
			String id = claims.getStringClaim("sid");
			Long began = claims.getLongClaim("auth_time");
			if (tenant == null || user == null || id == null || began == null) {
				return null;
			}
			return new UserVisit(new TenantId(tenant), user, id, Instant.ofEpochSecond(began));
		}
		catch (ParseException notAUsers) {
			return null;
		}
	}

	private static @Nullable PortalVisit portal(JWTClaimsSet claims) {
		try {
			String tenant = claims.getStringClaim("tenant");
			String contact = claims.getStringClaim("contact");
			String id = claims.getStringClaim("sid");
			Long began = claims.getLongClaim("auth_time");
			if (tenant == null || contact == null || id == null || began == null
					|| !Boolean.TRUE.equals(claims.getBooleanClaim("portal"))) {
				return null;
			}
			return new PortalVisit(new TenantId(tenant), contact, id, Instant.ofEpochSecond(began));
		}
		catch (ParseException notOfThePortal) {
			return null;
		}
	}

	private static @Nullable ContactSession contact(JWTClaimsSet claims) {
		try {
			String tenant = claims.getStringClaim("tenant");
			String contact = claims.getStringClaim("contact");
			String page = claims.getStringClaim("page");
			String link = claims.getStringClaim("link");
			String id = claims.getStringClaim("sid");
			Long began = claims.getLongClaim("auth_time");
			if (tenant == null || contact == null || page == null || link == null || id == null || began == null) {
				return null;
			}
			return new ContactSession(new TenantId(tenant), contact, page, link, id, Instant.ofEpochSecond(began));
		}
		catch (ParseException notAContacts) {
			return null;
		}
	}

}
