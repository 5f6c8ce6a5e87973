package dev.insyn.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The records of every chain, one chain per tenant.
///
/// A record's number is its document's id, so of two instances that write the same place one is refused by the database
/// and tries the next. Within an instance a chain has one writer at a time, who remembers where it ends.
@Component
class Chains {

	private static final int MOST_ATTEMPTS = 1000;

	private final TenantDocuments<AuditRecord> records;

	private final Heads heads;

	private final ChainKey key;

	private final Clock clock;

	private final Map<TenantId, Writer> writers = new ConcurrentHashMap<>();

	Chains(TenantDocumentsFactory documents, Heads heads, ChainKey key, Clock clock) {
		this.records = documents.of("records", AuditRecord.class, "place")
			.indexed("seq", "event.contact", "event.crmContact", "event.type", "event.actor");
		this.heads = heads;
		this.key = key;
		this.clock = clock;
	}

	/// Records the event, unless it was recorded from this place before.
	void append(TenantId chain, String place, AuditedEvent event) {
		Writer writer = this.writers.computeIfAbsent(chain, (tenant) -> new Writer());
		synchronized (writer) {
			for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
				Link end = (writer.end != null) ? writer.end : end(chain);
				writer.end = null;
				Optional<Link> moved = write(chain, end, place, event);
				if (moved.isPresent()) {
					writer.end = moved.get();
					return;
				}
				if (isRepeated(chain, place, event)) {
					return;
				}
			}
		}
		throw new IllegalStateException("No free place at the end of chain " + chain);
	}

	/// The new end, or nothing if the place or the number was taken.
	private Optional<Link> write(TenantId chain, Link end, String place, AuditedEvent event) {
		AuditRecord record = this.key.seal(chain, new AuditRecord(end.length() + 1, place, event,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), end.hash(), ""));
		try {
			this.records.insert(chain, AuditRecord.id(record.seq()), Change.of(record));
		}
		catch (AlreadyExists taken) {
			return Optional.empty();
		}
		this.heads.moveTo(chain, record);
		return Optional.of(Link.to(record));
	}

	/// Whether it was recorded before. A place that holds another event means that the
	/// topic was made anew and counts
	/// from zero again: both are kept.
	private boolean isRepeated(TenantId chain, String place, AuditedEvent event) {
		Optional<AuditRecord> there = newest(chain, Criteria.where("place").is(place), 1).stream().findFirst();
		boolean same = there.isPresent() && there.get().event().id().equals(event.id());
		String anew = place + "@" + event.id();
		if (there.isPresent() && !same && !place.equals(anew) && !place.contains("@")) {
			append(chain, anew, event);
			return true;
		}
		there.ifPresent((record) -> this.heads.moveTo(chain, record));
		return there.isPresent();
	}

	/// Where the chain ends: as its head says, and further if others wrote or a crash
	/// came before the head.
	private Link end(TenantId chain) {
		Link end = this.heads.sound(chain)
			.map((head) -> new Link(head.length(), head.hash()))
			.or(() -> newest(chain, new Criteria(), 1).stream().findFirst().map(Link::to))
			.orElse(Link.START);
		Optional<Stored<AuditRecord>> next = withNumber(chain, end.length() + 1);
		while (next.isPresent()) {
			end = new Link(end.length() + 1, next.get().state().mac());
			next = withNumber(chain, end.length() + 1);
		}
		return end;
	}

	/// How many records the chain has, as its head says or, where others wrote
	/// meanwhile, as is found.
	long length(TenantId chain) {
		return end(chain).length();
	}

	/// Newest first.
	List<AuditRecord> newest(TenantId chain, Criteria criteria, int limit) {
		return this.records.find(chain, criteria, Sort.by(Sort.Direction.DESC, "seq"), limit)
			.stream()
			.map(Stored::state)
			.toList();
	}

	/// The records from number `first` to `last`, in no order.
	List<Stored<AuditRecord>> between(TenantId chain, long first, long last) {
		List<String> ids = LongStream.rangeClosed(first, last).mapToObj(AuditRecord::id).toList();
		return this.records.find(chain, Criteria.where("_id").in(ids), Sort.unsorted(), 0);
	}

	Optional<Stored<AuditRecord>> withNumber(TenantId chain, long seq) {
		return this.records.find(chain, AuditRecord.id(seq));
	}

	long count(TenantId chain) {
		return this.records.count(chain, new Criteria());
	}

	void forEach(TenantId chain, Consumer<Stored<AuditRecord>> action) {
		this.records.forEach(chain, action);
	}

	/// A record as the next one follows on it.
	private record Link(long length, String hash) {

		static final Link START = new Link(0, AuditRecord.START);

		static Link to(AuditRecord record) {
			return new Link(record.seq(), record.mac());
		}

	}

	/// Who writes a chain in this instance, and where it left off.
	private static final class Writer {

		private @Nullable Link end;

	}

}
