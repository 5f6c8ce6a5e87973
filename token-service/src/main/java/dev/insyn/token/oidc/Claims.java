package dev.insyn.token.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.OidcSettings;
import dev.insyn.token.signin.RefusalReason;
import org.jspecify.annotations.Nullable;

/// Reads from a provider's claims who someone is here.
final class Claims {

	private static final int LONGEST_ADDRESS = 254;

	private final OidcSettings.Provider settings;

	private final Tenants tenants;

	Claims(OidcSettings.Provider settings, Tenants tenants) {
		this.settings = settings;
		this.tenants = tenants;
	}

	/// @throws Insufficient if they name no tenant that is served here, or more than one
	TenantId tenant(Map<String, Object> claims) {
		String only = this.settings.tenant();
		List<String> named = (only != null) ? List.of(only) : words(find(claims, this.settings.claims().tenant()));
		List<TenantId> served = this.tenants.all()
			.stream()
			.map(Tenant::id)
			.filter((id) -> named.contains(id.value()))
			.toList();
		if (served.size() != 1) {
			throw new Insufficient(RefusalReason.UNKNOWN_TENANT, null, null);
		}
		return served.getFirst();
	}

	/// Empty if they name no permission level.
	OptionalInt level(Map<String, Object> claims) {
		return level(words(find(claims, this.settings.claims().level())));
	}

	/// As the provider calls the user; empty if it doesn't.
	String name(Map<String, Object> claims) {
		return text(claims, this.settings.claims().name());
	}

	/// Empty if there is none, or if the provider says that it was never verified: mail
	/// goes there.
	String email(Map<String, Object> claims) {
		String email = text(claims, this.settings.claims().email());
		boolean usable = email.contains("@") && email.length() <= LONGEST_ADDRESS
				&& !Boolean.FALSE.equals(claims.get("email_verified"));
		return usable ? email : "";
	}

	private OptionalInt level(List<String> words) {
		if (!this.settings.levels().isEmpty()) {
			return this.settings.levels()
				.stream()
				.filter((level) -> words.contains(level.role()))
				.mapToInt(OidcSettings.Level::level)
				.max();
		}
		boolean isLevel = words.size() == 1 && words.getFirst().matches("[0-9]{1,2}");
		return isLevel ? OptionalInt.of(Integer.parseInt(words.getFirst())) : OptionalInt.empty();
	}

	/// `realm_access.roles` is a claim of that name, or `roles` in `realm_access`.
	private static @Nullable Object find(Map<?, ?> claims, String path) {
		Object direct = claims.get(path);
		int dot = path.indexOf('.');
		if (direct != null || dot < 0) {
			return direct;
		}
		return (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) ? find(inner, path.substring(dot + 1))
				: null;
	}

	private static String text(Map<String, Object> claims, String path) {
		return (find(claims, path) instanceof String text) ? text.strip() : "";
	}

	/// A list's elements; the names of an object, as some providers write roles; else the
	/// value itself.
	private static List<String> words(@Nullable Object claim) {
		Stream<?> values = switch (claim) {
			case Collection<?> several -> several.stream();
			case Map<?, ?> object -> object.keySet().stream();
			case null, default -> Stream.ofNullable(claim);
		};
		return values.map(String::valueOf).toList();
	}

	/// The claims do not suffice.
	static final class Insufficient extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final RefusalReason reason;

		private final transient @Nullable TenantId tenant;

		private final @Nullable String user;

		/// @param tenant whose user it would have been; null if that is not known
		/// @param user its id
		Insufficient(RefusalReason reason, @Nullable TenantId tenant, @Nullable String user) {
			super(reason.name(), null, false, false);
			this.reason = reason;
			this.tenant = tenant;
			this.user = user;
		}

		@Nullable TenantId tenant() {
			return this.tenant;
		}

		@Nullable String user() {
			return this.user;
		}

		RefusalReason reason() {
			return this.reason;
		}

	}

}
