package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Who is in which mailing, and where each stands. Written and read some hundred at a time.
@Component
class Recipients {

	private static final char AFTER_ALL = '\uFFFF';

	private final TenantDocuments<Recipient> documents;

	Recipients(TenantDocumentsFactory factory) {
		this.documents = factory.of("recipients", Recipient.class)
			.indexed("place", "standing", "answering", "contact", "mail");
	}

	/// @throws dev.insyn.platform.store.AlreadyExists if one of them is in the mailing
	/// already; the others are written
	void add(TenantId tenant, Collection<Recipient> some) {
		Map<String, Change<Recipient>> byId = new LinkedHashMap<>();
		some.forEach((one) -> byId.put(Recipient.id(one.mailing(), one.contact()), Change.of(one)));
		if (!byId.isEmpty()) {
			this.documents.insertAll(tenant, byId);
		}
	}

	/// Those of the contacts that are in the mailing already.
	List<Stored<Recipient>> known(TenantId tenant, String mailing, Collection<String> contacts) {
		return this.documents.findAll(tenant,
				contacts.stream().map((contact) -> Recipient.id(mailing, contact)).toList());
	}

	/// Changes each of them that the act changes; whom somebody else changed meanwhile is
	/// looked at again.
	/// @param act leaves what it has changed as it is
	void change(TenantId tenant, String mailing, Collection<String> contacts,
			Function<Recipient, Change<Recipient>> act) {
		Criteria these = Criteria.where("id")
			.in(contacts.stream().map((contact) -> Recipient.id(mailing, contact)).toList());
		AtomicInteger wanted = new AtomicInteger();
		int written;
		do {
			wanted.set(0);
			written = this.documents.changeSome(tenant, these, (stored) -> {
				Change<Recipient> change = act.apply(stored.state());
				if (!change.state().equals(stored.state())) {
					wanted.incrementAndGet();
				}
				return change;
			});
		}
		while (written < wanted.get());
	}

	Optional<Recipient> find(TenantId tenant, String mailing, String contact) {
		return this.documents.find(tenant, Recipient.id(mailing, contact)).map(Stored::state);
	}

	/// A slice of a mailing's, in the order of their contacts.
	/// @param state and answer null for all
	/// @param after a contact; null for the first
	List<Recipient> slice(TenantId tenant, String mailing, Recipient.@Nullable State state,
			Recipient.@Nullable Answer answer, @Nullable String after, int size) {
		Criteria wanted = Criteria.where("place")
			.gt(mailing + ":" + ((after != null) ? after : ""))
			.lt(mailing + ":" + AFTER_ALL);
		if (state != null) {
			wanted = wanted.and("standing").is(mailing + ":" + state.code());
		}
		if (answer != null) {
			wanted = wanted.and("answering").is(mailing + ":" + answer.code());
		}
		return this.documents.find(tenant, wanted, Sort.by("place"), size).stream().map(Stored::state).toList();
	}

	/// Those left in the middle of being handed over.
	List<Recipient> going(TenantId tenant, String mailing, int limit) {
		return states(tenant, Criteria.where("standing").is(mailing + ":" + Recipient.State.GOING.code()),
				Sort.unsorted(), limit);
	}

	/// Those that the mail server put off, the earliest first.
	List<Recipient> waiting(TenantId tenant, String mailing, int limit) {
		return states(tenant, Criteria.where("standing").is(mailing + ":" + Recipient.State.WAITING.code()),
				Sort.by("next"), limit);
	}

	/// Those of them that may be tried again.
	List<String> due(TenantId tenant, String mailing, Instant now, int limit) {
		return states(tenant,
				Criteria.where("standing").is(mailing + ":" + Recipient.State.WAITING.code()).and("next").lte(now),
				Sort.by("next"), limit)
			.stream()
			.map(Recipient::contact)
			.toList();
	}

	/// Who got the mail with this id.
	Optional<Recipient> byMail(TenantId tenant, String mail) {
		return states(tenant, Criteria.where("mail").is(mail), Sort.unsorted(), 1).stream().findFirst();
	}

	/// The newest mailings to a contact.
	List<Recipient> of(TenantId tenant, String contact, int limit) {
		return states(tenant, Criteria.where("contact").is(contact), Sort.by(Sort.Direction.DESC, "at"), limit);
	}

	private List<Recipient> states(TenantId tenant, Criteria wanted, Sort sort, int limit) {
		return this.documents.find(tenant, wanted, sort, limit).stream().map(Stored::state).toList();
	}

	long count(TenantId tenant, String mailing, Recipient.State state) {
		return this.documents.count(tenant, Criteria.where("standing").is(mailing + ":" + state.code()));
	}

	long count(TenantId tenant, String mailing, Recipient.Answer answer) {
		return this.documents.count(tenant, Criteria.where("answering").is(mailing + ":" + answer.code()));
	}

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("at", limit);
	}

}
