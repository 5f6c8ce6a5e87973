package dev.insyn.token.user;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.OidcSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All users: those of the configuration, and those who came from an OIDC provider.
@Component
public class Users {

	/// The source of users with a password.
	public static final String CONFIGURATION = ConfiguredUsers.SOURCE;

	private final TenantDocuments<KnownUser> documents;

	private final ConfiguredUsers configured;

	private final UserIds ids;

	private final SealedPersons persons;

	private final Tenants tenants;

	private final OidcSettings providers;

	private final Clock clock;

	Users(TenantDocumentsFactory documents, ConfiguredUsers configured, UserIds ids, SealedPersons persons,
			Tenants tenants, OidcSettings providers, Clock clock) {
		this.documents = documents.of("users", KnownUser.class);
		this.configured = configured;
		this.ids = ids;
		this.persons = persons;
		this.tenants = tenants;
		this.providers = providers;
		this.clock = clock;
	}

	/// Empty for one that there never was, or that the configuration has no more.
	public Optional<User> find(TenantId tenant, String id) {
		return find(tenant, id, this.documents.find(tenant, id).orElse(null));
	}

	/// Whoever has this address and this password. Takes the same time whether or not
	/// there is such a user.
	public Optional<User> withPassword(String email, String password) {
		return this.configured.find(email, password);
	}

	/// The id of a user whom an OIDC provider vouches for.
	/// @param issuer of the provider
	/// @param subject what the provider knows the user by
	public String idOf(TenantId tenant, String issuer, String subject) {
		return this.ids.of(tenant, issuer, subject);
	}

	/// The language of a user's console of whom nothing else is known.
	public String usualLanguage(TenantId tenant) {
		return ConsoleLanguages.of(this.tenants.get(tenant));
	}

	/// Whether anyone signs in with a password at all.
	public boolean haveWithPassword() {
		return !this.configured.all().isEmpty();
	}

	/// Whoever signs in with this address and a password.
	public Optional<User> withEmail(String email) {
		return this.configured.find(email);
	}

	/// By name.
	public List<User> of(TenantId tenant) {
		List<User> all = new ArrayList<>();
		List<Stored<KnownUser>> known = this.documents.find(tenant, new Criteria(), Sort.unsorted(), 0);
		this.configured.all().stream().filter((user) -> user.tenant().equals(tenant)).forEach(all::add);
		known.stream().filter(this::isVouchedFor).map((document) -> user(document, document.state())).forEach(all::add);
		all.sort(Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER).thenComparing(User::id));
		return all;
	}

	/// Keeps who signed in just now.
	/// @param acceptLanguage what the browser likes to read, which decides the console's
	/// language the first time
	/// @return the user in the language of its console
	public User remember(User user, String source, @Nullable String acceptLanguage) {
		String first = ConsoleLanguages.of(this.tenants.get(user.tenant()), acceptLanguage);
		KnownUser known = this.documents.upsertOnce(user.tenant(), user.id(), UUID.randomUUID().toString(),
				(before) -> Change.of(new KnownUser(source, this.persons.seal(user), user.level(),
						before.map(KnownUser::language).orElse(first), this.clock.instant())))
			.stored()
			.state();
		return user.speaking(known.language());
	}

	/// What its provider says of a user by now.
	public void renew(User user) {
		this.documents.change(user.tenant(), user.id(),
				(known) -> Change.of(known.vouchedFor(this.persons.seal(user), user.level(), this.clock.instant())));
	}

	/// From its next access token on, the user's console speaks another language.
	public User choose(TenantId tenant, String id, String language) {
		if (!ConsoleLanguages.ALL.contains(language)) {
			throw new IllegalArgumentException("The console does not speak it");
		}
		Stored<KnownUser> changed = this.documents.change(tenant, id, (known) -> Change.of(known.speaking(language)));
		return find(tenant, id, changed).orElseThrow();
	}

	/// @return how many users were forgotten who have not signed in since
	long purgeSignedInBefore(Instant limit) {
		return this.documents.purgeBefore("signedIn", limit);
	}

	private Optional<User> find(TenantId tenant, String id, @Nullable Stored<KnownUser> document) {
		User user = this.configured.withId(tenant, id);
		if (user != null) {
			return Optional.of((document != null) ? user.speaking(document.state().language()) : user);
		}
		return Optional.ofNullable(document).filter(this::isVouchedFor).map((found) -> user(found, found.state()));
	}

	private User user(Stored<KnownUser> document, KnownUser known) {
		SealedPersons.Person person = this.persons.open(document.tenant(), document.id(), known.person());
		return new User(document.tenant(), document.id(), person.email(), person.name(), known.level(),
				known.language());
	}

	/// What a provider said that has been taken out of the configuration does not count
	/// any more.
	private boolean isVouchedFor(Stored<KnownUser> document) {
		return this.providers.vouches(document.state().source(), document.tenant());
	}

}
