package dev.insyn.contact.segment;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Users and programs make, change and delete segments. Two at once don't overwrite each other: a name or a filter is
/// changed only by who has seen what it was.
@Component
public class KeepingSegments {

	private final Segments segments;

	private final Rolls rolls;

	private final Evaluating evaluating;

	private final Tenants tenants;

	private final Clock clock;

	KeepingSegments(Segments segments, Rolls rolls, Evaluating evaluating, Tenants tenants, Clock clock) {
		this.segments = segments;
		this.rolls = rolls;
		this.evaluating = evaluating;
		this.tenants = tenants;
		this.clock = clock;
	}

	/// @throws InvalidSegment if it has no fitting name
	/// @throws Problem 409 if there are too many
	public Segment byFilter(TenantId tenant, @Nullable String name, Filter filter, Actor by) {
		SegmentId id = SegmentId.random();
		Segment made = insert(tenant, id, SegmentKind.FILTER, name, AskedFilter.of(filter), null, null, by);
		count(tenant, id, filter);
		return made;
	}

	/// @param contacts ids of contacts that there are
	/// @throws InvalidSegment if it has no fitting name
	/// @throws Problem 409 if there are too many
	public Segment byHand(TenantId tenant, @Nullable String name, Collection<String> contacts, Actor by) {
		SegmentId id = SegmentId.random();
		requireName(name);
		Roll roll = this.rolls.write(tenant, id, new TreeSet<>(contacts));
		return insert(tenant, id, SegmentKind.HAND, name, null, roll, null, by);
	}

	/// A segment whose list an upload will bring.
	Segment byFile(TenantId tenant, @Nullable String name, Upload upload, Actor by) {
		return insert(tenant, SegmentId.random(), SegmentKind.CSV, name, null, Roll.EMPTY, upload, by);
	}

	/// @param filter null leaves it as it is
	/// @throws Problem 412 if somebody changed it since
	public Segment change(TenantId tenant, SegmentId id, long seen, @Nullable String name, @Nullable Filter filter,
			Actor by) {
		requireName(name);
		Segment before = this.segments.get(tenant, id);
		AskedFilter next = (filter != null && before.kind() == SegmentKind.FILTER) ? AskedFilter.of(filter)
				: before.filter();
		Segment changed = this.segments.change(tenant, id, (stored) -> {
			requireSeen(stored, seen);
			StoredSegment edited = stored.edited(content(tenant, id, name, next), this.clock.instant(), by.toString());
			return (filter != null) ? edited.counted(null) : edited;
		}, SegmentEvents.changed(tenant, id, SegmentEvents.UPDATED, before.kind(), by, this.clock.instant()));
		if (filter != null && before.kind() == SegmentKind.FILTER) {
			count(tenant, id, filter);
		}
		return changed;
	}

	/// @throws Problem 412 if somebody changed it since
	public void delete(TenantId tenant, SegmentId id, long seen, Actor by) {
		Segment gone = this.segments.get(tenant, id);
		this.segments.change(tenant, id, (stored) -> {
			requireSeen(stored, seen);
			return stored;
		}, SegmentEvents.changed(tenant, id, SegmentEvents.DELETED, gone.kind(), by, this.clock.instant()));
		this.segments.delete(tenant, id);
		this.rolls.delete(tenant, id, Objects.requireNonNullElse(gone.roll(), Roll.EMPTY));
	}

	private Segment insert(TenantId tenant, SegmentId id, SegmentKind kind, @Nullable String name,
			@Nullable AskedFilter filter, @Nullable Roll roll, @Nullable Upload upload, Actor by) {
		requireName(name);
		if (this.segments.count(tenant) >= Segments.MOST) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:too-many-segments",
					"A tenant has at most " + Segments.MOST + " segments");
		}
		return this.segments.insert(tenant, id,
				new StoredSegment(kind, content(tenant, id, name, filter), 1, roll, null, upload, this.clock.instant(),
						by.toString()),
				SegmentEvents.changed(tenant, id, SegmentEvents.CREATED, kind, by, this.clock.instant()));
	}

	private void count(TenantId tenant, SegmentId id, Filter filter) {
		byte[] content = this.segments.sealedContent(tenant, id);
		this.evaluating.count(tenant, filter,
				(count) -> this.segments.change(tenant, id,
						(stored) -> Arrays.equals(stored.content(), content)
								? stored.counted(new StoredSegment.Counted(count, this.clock.instant())) : stored,
						null));
	}

	private byte[] content(TenantId tenant, SegmentId id, @Nullable String name, @Nullable AskedFilter filter) {
		return this.segments.seal(tenant, id, new Segment.Content(String.valueOf(name).strip(), filter),
				Segments.CONTENT);
	}

	static void requireName(@Nullable String name) {
		SegmentName.problem(name).ifPresent((problem) -> {
			throw new InvalidSegment(Map.of("name", problem));
		});
	}

	private static void requireSeen(StoredSegment stored, long seen) {
		if (stored.revision() != seen) {
			throw new Problem(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:precondition-failed",
					"Somebody changed this segment meanwhile");
		}
	}

	/// What a death left behind between two writes.
	@Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT24H")
	void sweep() {
		for (Tenant served : this.tenants.all()) {
			TenantId tenant = served.id();
			Map<String, Roll> current = new HashMap<>();
			this.segments.all(tenant)
				.forEach((segment) -> current.put(segment.id().value(),
						Objects.requireNonNullElse(segment.roll(), Roll.EMPTY)));
			this.rolls.sweep(tenant, current, Duration.ofDays(1));
		}
	}

}
