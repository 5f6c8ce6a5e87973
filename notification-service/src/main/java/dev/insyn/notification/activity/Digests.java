package dev.insyn.notification.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Who wants to be told once a day what is due. A user's choice holds its language and the day that was seen to last, and
/// no address.
@Component
public class Digests {

	private static final int MOST = 100;

	private final TenantDocuments<Choice> choices;

	private final Activities activities;

	private final SealedWords words;

	private final TenantUsers users;

	private final Tenants tenants;

	private final Clock clock = Clock.systemUTC();

	Digests(TenantDocumentsFactory factory, Activities activities, SealedWords words, TenantUsers users,
			Tenants tenants) {
		this.choices = factory.of("activity_digests", Choice.class);
		this.activities = activities;
		this.words = words;
		this.users = users;
		this.tenants = tenants;
	}

	boolean wanted(TenantId tenant, String user) {
		return this.choices.find(tenant, user).map((stored) -> stored.state().on()).orElse(false);
	}

	public void choose(TenantId tenant, String user, boolean on, String language) {
		try {
			this.choices.insert(tenant, user, Change.of(new Choice(on, language, null)));
		}
		catch (AlreadyExists before) {
			this.choices.change(tenant, user, (choice) -> Change.of(new Choice(on, language, choice.seenTo())));
		}
	}

	/// Those who want it and whose day was not seen to yet.
	public List<String> waiting(TenantId tenant, LocalDate day) {
		return this.choices.find(tenant, Criteria.where("on").is(true), Sort.unsorted(), 0)
			.stream()
			.filter((stored) -> !day.equals(stored.state().seenTo()))
			.map(Stored::id)
			.toList();
	}

	public void seenTo(TenantId tenant, String user, LocalDate day) {
		try {
			this.choices.change(tenant, user, (choice) -> Change.of(new Choice(choice.on(), choice.language(), day)));
		}
		catch (NotFound gone) {
			// nobody waits any more
		}
	}

	/// What to tell the user now.
	/// @return empty if it is gone, has chosen otherwise, or nothing is due
	/// @throws Away if it can't be known who the user is
	public Optional<DigestMail> of(TenantId tenant, String user) {
		Choice choice = this.choices.find(tenant, user).map(Stored::state).filter(Choice::on).orElse(null);
		if (choice == null) {
			return Optional.empty();
		}
		LocalDate today = LocalDate.now(this.clock.withZone(this.tenants.get(tenant).timeZone()));
		return this.users.all(tenant)
			.stream()
			.filter((one) -> one.id().equals(user) && one.email() != null)
			.findFirst()
			.map((one) -> new DigestMail(String.valueOf(one.email()), choice.language(), lines(tenant, one, today)))
			.filter((mail) -> !mail.lines().isEmpty());
	}

	private List<DigestMail.Line> lines(TenantId tenant, TenantUsers.User user, LocalDate today) {
		return this.activities.due(tenant, user.names(), today, MOST)
			.stream()
			.map((stored) -> new DigestMail.Line(subject(tenant, stored), stored.state().due(),
					stored.state().due().isBefore(today)))
			.toList();
	}

	private String subject(TenantId tenant, Stored<Activity> stored) {
		Activity.Own own = stored.state().own();
		return (own != null) ? this.words.open(tenant, stored.id(), own.words()) : stored.state().subject();
	}

	/// What a user chose.
	///
	/// @param seenTo the last day on which it was mailed, or nothing was due
	record Choice(boolean on, String language, @Nullable LocalDate seenTo) {
	}

	/// token-service does not answer.
	public static final class Away extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
