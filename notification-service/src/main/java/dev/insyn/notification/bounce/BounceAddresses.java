package dev.insyn.notification.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Gives each mail a sender's address of its own on the envelope, to which it comes back: it says which mail it was, to this
/// service alone. It holds the mail's id, which stands in its header too, and a code over it that only this service can make.
/// In lower case, as mail servers may change that.
@Component
public class BounceAddresses {

	private static final String PURPOSE = "bounce-address";

	private static final int ID = 16;

	private static final int CODE = 10;

	private final @Nullable String name;

	private final String domain;

	private final Pattern pattern;

	private final SecretKeySpec key;

	private final Tenants tenants;

	BounceAddresses(BounceSettings settings, MasterKey masterKey, Tenants tenants) {
		String address = settings.address();
		int at = (address != null) ? address.indexOf('@') : -1;
		this.name = (address != null) ? address.substring(0, at).toLowerCase(Locale.ROOT) : null;
		this.domain = (address != null) ? address.substring(at + 1).toLowerCase(Locale.ROOT) : "";
		this.pattern = Pattern.compile("(?<![a-z0-9._+-])" + Pattern.quote(String.valueOf(this.name))
				+ "\\+([0-9a-f]{52})@" + Pattern.quote(this.domain) + "(?![a-z0-9.-])");
		this.key = new SecretKeySpec(masterKey.derive(PURPOSE), "HmacSHA256");
		this.tenants = tenants;
	}

	/// @param mail its id, 32 hexadecimal digits
	/// @return null if bounces are not read
	public @Nullable String of(TenantId tenant, String mail) {
		if (this.name == null) {
			return null;
		}
		byte[] id = HexFormat.of().parseHex(mail);
		return this.name + "+" + mail + HexFormat.of().formatHex(code(tenant, id)) + "@" + this.domain;
	}

	/// @param text that the address stands in
	/// @return empty if no address that this service made stands there
	Optional<Mail> read(String text) {
		Matcher found = this.pattern.matcher(text.toLowerCase(Locale.ROOT));
		while (this.name != null && found.find()) {
			byte[] id = HexFormat.of().parseHex(found.group(1).substring(0, 2 * ID));
			byte[] code = HexFormat.of().parseHex(found.group(1).substring(2 * ID));
			for (Tenant tenant : this.tenants.all()) {
				if (MessageDigest.isEqual(code, code(tenant.id(), id))) {
					return Optional.of(new Mail(tenant.id(), found.group(1).substring(0, 2 * ID)));
				}
			}
		}
		return Optional.empty();
	}

	private byte[] code(TenantId tenant, byte[] id) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update(tenant.value().getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return Arrays.copyOf(mac.doFinal(id), CODE);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
		}
	}

	/// Which mail came back.
	record Mail(TenantId tenant, String id) {
	}

}
