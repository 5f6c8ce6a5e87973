package dev.insyn.contact.segment;

import java.time.Instant;

import dev.insyn.events.SegmentChanged;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// Tells that somebody made, changed or deleted a segment; not what it is called or whom it holds.
final class SegmentEvents {

	static final String CREATED = "created";

	static final String UPDATED = "updated";

	static final String DELETED = "deleted";

	private SegmentEvents() {
	}

	static OutgoingEvent changed(TenantId tenant, SegmentId segment, String change, SegmentKind kind, Actor by,
			Instant at) {
		return new OutgoingEvent(SegmentChanged.TOPIC, SegmentChanged.TYPE, tenant, segment.value(), by,
				new SegmentChanged(segment.value(), change, kind.code(), at));
	}

}
