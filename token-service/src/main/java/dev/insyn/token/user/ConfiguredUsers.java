package dev.insyn.token.user;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.TokenSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The users with a password, from configuration. An address is one user's in the whole installation, as whoever signs
/// in with it says no tenant.
@Component
class ConfiguredUsers {

	static final String SOURCE = "configuration";

	private final Map<String, Entry> byEmail = new LinkedHashMap<>();

	private final Map<String, User> byId = new LinkedHashMap<>();

	private final Passwords passwords;

	ConfiguredUsers(TokenSettings settings, Tenants tenants, UserIds ids) {
		this.passwords = new Passwords(settings.users().stream().map(TokenSettings.User::password).toList());
		for (TokenSettings.User configured : settings.users()) {
			TenantId tenant = tenants.get(new TenantId(configured.tenant())).id();
			String email = normal(configured.email());
			String id = ids.of(tenant, SOURCE, email);
			User user = new User(tenant, id, configured.email().strip(), configured.name(), configured.level(),
					ConsoleLanguages.of(tenants.get(tenant)));
			this.byId.put(id, user);
			if (this.byEmail.put(email, new Entry(user, configured.password())) != null) {
				throw new IllegalArgumentException("Two users of " + tenant + " or another tenant have one address");
			}
		}
	}

	Optional<User> find(String email) {
		return Optional.ofNullable(this.byEmail.get(normal(email))).map(Entry::user);
	}

	/// The same work is done whether or not there is such a user.
	Optional<User> find(String email, String password) {
		Entry entry = this.byEmail.get(normal(email));
		boolean fits = this.passwords.fits(password, (entry != null) ? entry.password() : null);
		return (entry != null && fits) ? Optional.of(entry.user()) : Optional.empty();
	}

	@Nullable User withId(TenantId tenant, String id) {
		User user = this.byId.get(id);
		return (user != null && user.tenant().equals(tenant)) ? user : null;
	}

	Collection<User> all() {
		return this.byId.values();
	}

	static String normal(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	private record Entry(User user, String password) {

		@Override
		public String toString() {
			return "Entry[" + this.user + "]";
		}

	}

}
