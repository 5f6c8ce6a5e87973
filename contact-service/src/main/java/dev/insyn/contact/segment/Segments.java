package dev.insyn.contact.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All segments of all tenants, sealed when they go in, opened when they come out.
@Component
class Segments {

	static final int MOST = 1000;

	static final String CONTENT = "segment";

	private final TenantDocuments<StoredSegment> documents;

	private final TenantKeys keys;

	private final JsonMapper json;

	Segments(TenantDocumentsFactory database, TenantKeys keys, JsonMapper json) {
		this.documents = database.of("segments", StoredSegment.class);
		this.keys = keys;
		this.json = json;
	}

	/// All of the tenant's, by their names.
	List<Segment> all(TenantId tenant) {
		return this.documents.find(tenant, new Criteria(), Sort.unsorted(), 0)
			.stream()
			.map((stored) -> open(tenant, stored))
			.sorted(Comparator.comparing((Segment segment) -> segment.name().toLowerCase(Locale.ROOT))
				.thenComparing((segment) -> segment.id().value()))
			.toList();
	}

	long count(TenantId tenant) {
		return this.documents.count(tenant, new Criteria());
	}

	/// @throws SegmentId.None if the tenant has none with this id
	Segment get(TenantId tenant, SegmentId id) {
		return this.documents.find(tenant, id.value())
			.map((stored) -> open(tenant, stored))
			.orElseThrow(SegmentId.None::new);
	}

	Segment insert(TenantId tenant, SegmentId id, StoredSegment segment, OutgoingEvent told) {
		return open(tenant, this.documents.insert(tenant, id.value(), Change.of(segment).with(told)));
	}

	/// @param told null where nothing is told
	/// @throws SegmentId.None if the tenant has none with this id
	Segment change(TenantId tenant, SegmentId id, Function<StoredSegment, StoredSegment> act,
			@Nullable OutgoingEvent told) {
		try {
			return open(tenant, this.documents.change(tenant, id.value(), (stored) -> {
				StoredSegment next = act.apply(stored);
				Change<StoredSegment> change = next.equals(stored) ? Change.unchanged(stored) : Change.of(next);
				return (told != null) ? change.with(told) : change;
			}));
		}
		catch (NotFound none) {
			throw new SegmentId.None();
		}
	}

	void delete(TenantId tenant, SegmentId id) {
		this.documents.delete(tenant, id.value());
	}

	byte[] seal(TenantId tenant, SegmentId id, Object content, String purpose) {
		return this.keys.of(tenant)
			.segments()
			.seal(this.json.writeValueAsBytes(content), aad(tenant, id, purpose))
			.content();
	}

	<T> T open(TenantId tenant, SegmentId id, byte[] sealed, String purpose, Class<T> type) {
		return this.json.readValue(
				this.keys.of(tenant).segments().open(new SealedValue("segments", sealed), aad(tenant, id, purpose)),
				type);
	}

	/// As it rests, to tell whether it is still the same.
	byte[] sealedContent(TenantId tenant, SegmentId id) {
		return this.documents.find(tenant, id.value())
			.map((stored) -> stored.state().content())
			.orElseThrow(SegmentId.None::new);
	}

	private Segment open(TenantId tenant, Stored<StoredSegment> stored) {
		SegmentId id = new SegmentId(stored.id());
		return Segment.of(id, stored.state(),
				open(tenant, id, stored.state().content(), CONTENT, Segment.Content.class));
	}

	private static String aad(TenantId tenant, SegmentId id, String purpose) {
		return tenant + "|" + id + "|" + purpose;
	}

}
