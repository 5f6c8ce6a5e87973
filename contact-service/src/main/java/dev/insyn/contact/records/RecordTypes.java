package dev.insyn.contact.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The tenants' registers of record types, beside their field catalogues. A tenant without one gets the standard one. A
/// change made through another instance is seen here within a minute.
@Component
public class RecordTypes {

	private static final int MOST = 50;

	private final TenantDocuments<Registered> documents;

	private final JsonMapper json;

	private final LoadingCache<TenantId, Map<String, Registered>> cache = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(60))
		.build(this::load);

	RecordTypes(TenantDocumentsFactory database, JsonMapper json) {
		this.documents = database.of("record_types", Registered.class);
		this.json = json;
	}

	/// All of the tenant's, by their keys.
	public List<RecordType> of(TenantId tenant) {
		return this.cache.get(tenant).values().stream().map(Registered::type).toList();
	}

	public Optional<RecordType> find(TenantId tenant, String key) {
		return Optional.ofNullable(this.cache.get(tenant).get(key)).map(Registered::type);
	}

	/// As it is in the database now, with its version; empty also if it was removed.
	public Optional<Registered> current(TenantId tenant, String key) {
		return this.documents.find(tenant, key)
			.map((stored) -> stored.state())
			.or(() -> Optional.ofNullable(this.cache.get(tenant).get(key)))
			.filter(Registered::isThere);
	}

	/// The keys of the types that were removed, and not added again.
	List<String> removed(TenantId tenant) {
		return stored(tenant).stream()
			.filter((registered) -> !registered.isThere())
			.map((registered) -> registered.type().key())
			.toList();
	}

	/// Adds a type, or puts it in the place of the version that its author saw.
	/// @param seen empty for a new one
	/// @param told with the change, in one write
	/// @throws Problem 412 if somebody else was quicker, or there is none
	Registered put(TenantId tenant, RecordType type, OptionalLong seen, OutgoingEvent told) {
		try {
			return seen.isPresent() ? replace(tenant, type, seen.getAsLong(), told) : add(tenant, type, told);
		}
		catch (AlreadyExists | NotFound otherwise) {
			throw changedMeanwhile();
		}
		finally {
			forget(tenant);
		}
	}

	/// Lets go of what is kept of the tenant's register, since it changed.
	public void forget(TenantId tenant) {
		this.cache.invalidate(tenant);
	}

	/// Takes a type away. Its document stays, so that its versions go on if it comes
	/// again, and a tenant that wants none isn't given the standard ones anew.
	/// @throws Problem 412 if somebody changed it since
	void remove(TenantId tenant, String key, long seen, OutgoingEvent told) {
		try {
			this.documents.change(tenant, key, (known) -> {
				requireSeen(known, seen);
				return Change.of(new Registered(seen + 1, known.type(), true), List.of(told));
			});
		}
		catch (NotFound gone) {
			throw changedMeanwhile();
		}
		finally {
			forget(tenant);
		}
	}

	private Registered add(TenantId tenant, RecordType type, OutgoingEvent told) {
		if (of(tenant).size() >= MOST) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:too-many-record-types",
					"A tenant has at most " + MOST + " record types");
		}
		return removed(tenant).contains(type.key()) ? again(tenant, type, told)
				: this.documents.insert(tenant, type.key(), Change.of(new Registered(1, type), List.of(told))).state();
	}

	private Registered again(TenantId tenant, RecordType type, OutgoingEvent told) {
		return this.documents.change(tenant, type.key(), (known) -> {
			if (known.isThere()) {
				throw changedMeanwhile();
			}
			return Change.of(new Registered(known.version() + 1, type), List.of(told));
		}).state();
	}

	private Registered replace(TenantId tenant, RecordType type, long seen, OutgoingEvent told) {
		return this.documents.change(tenant, type.key(), (known) -> {
			requireSeen(known, seen);
			return known.type().equals(type) ? Change.unchanged(known)
					: Change.of(new Registered(seen + 1, type), List.of(told));
		}).state();
	}

	private static void requireSeen(Registered known, long seen) {
		if (!known.isThere() || known.version() != seen) {
			throw changedMeanwhile();
		}
	}

	private static Problem changedMeanwhile() {
		return new Problem(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:changed-meanwhile",
				"Somebody else has changed this record type; look at it again");
	}

	private Map<String, Registered> load(TenantId tenant) {
		List<Registered> stored = stored(tenant);
		if (stored.isEmpty()) {
			standard().forEach((type) -> seed(tenant, type));
			stored = stored(tenant);
		}
		Map<String, Registered> types = new LinkedHashMap<>();
		stored.stream()
			.filter(Registered::isThere)
			.forEach((registered) -> types.put(registered.type().key(), registered));
		return types;
	}

	private List<Registered> stored(TenantId tenant) {
		return this.documents.find(tenant, new Criteria(), Sort.by("id"), 0)
			.stream()
			.map((stored) -> stored.state())
			.toList();
	}

	private void seed(TenantId tenant, RecordType type) {
		try {
			this.documents.insert(tenant, type.key(), Change.of(new Registered(1, type)));
		}
		catch (AlreadyExists another) {
			// seeded by another instance just now
		}
	}

	private List<RecordType> standard() {
		try (InputStream seed = getClass().getResourceAsStream("/record-types.json")) {
			return List.of(this.json.readValue(seed, RecordType[].class));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/// A type and how often it was written.
	///
	/// @param removed whether it was taken away; null in earlier documents
	public record Registered(long version, RecordType type, @Nullable Boolean removed) {

		Registered(long version, RecordType type) {
			this(version, type, false);
		}

		boolean isThere() {
			return !Boolean.TRUE.equals(this.removed);
		}

	}

}
