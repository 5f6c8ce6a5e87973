package dev.insyn.token.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.insyn.platform.tenancy.TenantId;

/// What stands in a link's address: the tenant, which is no secret and lets a link that was cut off or mistyped still be
/// answered in the tenant's name, a dot, and 256 random bits. The secret exists in what a contact was sent, and nowhere
/// else.
public final class LinkToken {

	private static final Pattern SHAPE = Pattern.compile("([a-z0-9-]{2,40})\\.([A-Za-z0-9_-]{43})");

	private static final Pattern TENANT = Pattern.compile("([a-z0-9-]{2,40})(?:\\..*)?", Pattern.DOTALL);

	private static final SecureRandom random = new SecureRandom();

	private static final HexFormat HEX = HexFormat.of();

	private final TenantId tenant;

	private final String secret;

	private LinkToken(TenantId tenant, String secret) {
		this.tenant = tenant;
		this.secret = secret;
	}

	static LinkToken generate(TenantId tenant) {
		byte[] bits = new byte[32];
		random.nextBytes(bits);
		return new LinkToken(tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	/// Empty if it can't be one of ours.
	public static Optional<LinkToken> parse(String text) {
		Matcher parts = SHAPE.matcher(text);
		return parts.matches() ? Optional.of(new LinkToken(new TenantId(parts.group(1)), parts.group(2)))
				: Optional.empty();
	}

	/// Whose link it was meant to be, also of one that is cut off or mistyped behind the
	/// tenant.
	public static Optional<TenantId> tenantIn(String text) {
		Matcher parts = TENANT.matcher(text);
		return parts.matches() ? Optional.of(new TenantId(parts.group(1))) : Optional.empty();
	}

	/// Whose link it is, if it is one.
	TenantId tenant() {
		return this.tenant;
	}

	/// The link's id, by which it is stored and known: SHA-256 of the secret in hex, from
	/// which no way leads back.
	public String linkId() {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return HEX.formatHex(sha256.digest(this.secret.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// The path that opens the link; not for logs.
	public String path() {
		return "/l/" + this.tenant + "." + this.secret;
	}

	@Override
	public String toString() {
		return "LinkToken[]";
	}

}
