package dev.insyn.token.freshlink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The wishes that wait. Storing one is all that the form's answer waits for, so that its time tells nothing.
@Component
class WaitingWishes {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final int SOME = 20;

	private final SystemDocuments<WaitingWish> documents;

	private final DataKey key;

	private final JsonMapper json;

	private final FreshLinkSettings settings;

	private final Clock clock;

	WaitingWishes(TenantDocumentsFactory documents, MasterKey masterKey, JsonMapper json, FreshLinkSettings settings,
			Clock clock) {
		this.documents = documents.system("fresh_link_wishes", WaitingWish.class);
		this.key = DataKey.of("fresh-links", masterKey.derive("fresh-links"));
		this.json = json;
		this.settings = settings;
		this.clock = clock;
	}

	void add(TenantId tenant, FreshLinkWish wish) {
		String id = UUID.randomUUID().toString();
		Instant now = now();
		this.documents.insert(id, new WaitingWish(tenant.value(),
				this.key.seal(this.json.writeValueAsBytes(wish), purpose(id)), now, now));
	}

	List<Waiting> due() {
		return this.documents.find(Criteria.where("due").lte(now()), Sort.by("due"), SOME)
			.stream()
			.map((entry) -> new Waiting(entry.id(), new TenantId(entry.state().tenant()), entry.state().asked(),
					open(entry)))
			.toList();
	}

	/// Takes it, so that of several instances one looks at it.
	boolean take(Waiting waiting) {
		Instant now = now();
		boolean[] taken = { false };
		try {
			this.documents.change(waiting.id(), (wish) -> {
				taken[0] = !wish.due().isAfter(now);
				return taken[0] ? Change.of(wish.dueAt(now.plus(LEASE))) : Change.unchanged(wish);
			});
		}
		catch (NotFound done) {
			return false;
		}
		return taken[0];
	}

	/// @return false if it has waited too long and was given up
	boolean postpone(Waiting waiting, Duration pause) {
		if (now().isAfter(waiting.asked().plus(this.settings.giveUpAfter()))) {
			return !this.documents.delete(waiting.id());
		}
		this.documents.change(waiting.id(), (wish) -> Change.of(wish.dueAt(now().plus(pause))));
		return true;
	}

	/// It is fulfilled by these facts, which leave even though it is gone.
	void done(Waiting waiting, List<OutgoingEvent> facts) {
		if (!facts.isEmpty()) {
			this.documents.change(waiting.id(), (wish) -> Change.of(wish, facts));
		}
		this.documents.delete(waiting.id());
	}

	private FreshLinkWish open(SystemDocuments.Entry<WaitingWish> entry) {
		return this.json.readValue(this.key.open(entry.state().wish(), purpose(entry.id())), FreshLinkWish.class);
	}

	private static String purpose(String id) {
		return id + "|fresh-link";
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/// One that waits.
	record Waiting(String id, TenantId tenant, Instant asked, FreshLinkWish wish) {
	}

}
