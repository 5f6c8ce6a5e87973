package dev.insyn.token.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.token.session.Browser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the WebAuthn standard asks of a site, done by webauthn4j: our own origin, a challenge of ours, the user verified
/// by the device. Attestation is not asked for: whose make a device is, is nobody's business here.
@Component
class PasskeyCeremony {

	/// Ed25519, ECDSA with P-256, RSA.
	private static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.EdDSA,
			COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

	private static final String TYPE = "public-key";

	private final WebAuthnManager standard = WebAuthnManager.createNonStrictWebAuthnManager();

	private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(
			new ObjectConverter());

	private final JsonMapper json;

	private final Origin origin;

	private final String site;

	PasskeyCeremony(JsonMapper json, @Value("${insyn.public-url}") String publicUrl) {
		this.json = json;
		this.origin = new Origin(publicUrl);
		this.site = Objects.requireNonNull(URI.create(publicUrl).getHost(), "insyn.public-url names no host");
	}

	/// What a browser is asked for a new passkey, as JSON.
	/// @param name what the contact is called; it is kept on its own device
	/// @param known those that the contact has, so that none is made twice
	String creation(Tenant tenant, String contact, String name, String challenge, List<String> known) {
		return this.json.writeValueAsString(Map.of("challenge", challenge, "rp",
				Map.of("id", this.site, "name", tenant.name()), "user",
				Map.of("id", handle(tenant, contact), "name", name.isBlank() ? tenant.name() : name, "displayName",
						name.isBlank() ? tenant.name() : name),
				"pubKeyCredParams",
				ALGORITHMS.stream().map((algorithm) -> Map.of("type", TYPE, "alg", algorithm.getValue())).toList(),
				"timeout", PasskeyChallenges.LIFETIME.toMillis(), "excludeCredentials",
				known.stream().map((id) -> Map.of("type", TYPE, "id", id)).toList(), "authenticatorSelection",
				Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
				"attestation", "none"));
	}

	/// What a browser is asked for a signature by a passkey, as JSON.
	String request(String challenge) {
		return this.json.writeValueAsString(Map.of("challenge", challenge, "rpId", this.site, "timeout",
				PasskeyChallenges.LIFETIME.toMillis(), "userVerification", "required", "allowCredentials", List.of()));
	}

	/// @param credential as the browser gave it, JSON
	/// @return empty if it is not what was asked for
	Optional<Passkey> created(String contact, String challenge, String credential, Instant now, Browser browser) {
		try {
			RegistrationData data = this.standard.verify(this.standard.parseRegistrationResponseJSON(credential),
					new RegistrationParameters(server(challenge),
							ALGORITHMS.stream()
								.map((algorithm) -> new PublicKeyCredentialParameters(
										PublicKeyCredentialType.PUBLIC_KEY, algorithm))
								.toList(),
							true, true));
			AuthenticatorData<?> authenticator = Objects.requireNonNull(data.getAttestationObject())
				.getAuthenticatorData();
			AttestedCredentialData attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
			return Optional
				.of(new Passkey(contact, base64(attested.getCredentialId()), this.credentials.convert(attested),
						authenticator.isFlagBE(), authenticator.getSignCount(), now, now, browser));
		}
		catch (DataConversionException | VerificationException | IllegalArgumentException | NullPointerException no) {
			return Optional.empty();
		}
	}

	/// Which passkey a browser says that it used; empty if it says nothing of the sort.
	Optional<String> named(String credential) {
		try {
			return Optional.of(base64(this.standard.parseAuthenticationResponseJSON(credential).getCredentialId()));
		}
		catch (DataConversionException | IllegalArgumentException | NullPointerException nothing) {
			return Optional.empty();
		}
	}

	/// @return the passkey after its signature; empty if it is not its
	Optional<Passkey> signed(Passkey passkey, String challenge, String credential, Instant now) {
		AttestedCredentialData attested = this.credentials.convert(passkey.attested());
		CredentialRecordImpl known = new CredentialRecordImpl(new NoneAttestationStatement(), true,
				passkey.backupEligible(), null, passkey.counter(), attested,
				new AuthenticationExtensionsAuthenticatorOutputs<>(), null,
				new AuthenticationExtensionsClientOutputs<>(), Set.of());
		try {
			AuthenticationData data = this.standard.verify(this.standard.parseAuthenticationResponseJSON(credential),
					new AuthenticationParameters(server(challenge), known, null, true, true));
			return Optional.of(passkey.signed(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount(), now));
		}
		catch (DataConversionException | VerificationException | IllegalArgumentException | NullPointerException no) {
			return Optional.empty();
		}
	}

	private ServerProperty server(String challenge) {
		return new ServerProperty(this.origin, this.site, new DefaultChallenge(challenge));
	}

	/// Says to a device which of its passkeys are one contact's, and to nobody who that
	/// is.
	private static String handle(Tenant tenant, String contact) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest((tenant.id() + "|" + contact).getBytes(StandardCharsets.UTF_8));
			return base64(Arrays.copyOf(hash, 32));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
