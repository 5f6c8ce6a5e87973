package dev.insyn.contact.segment;

import java.util.SortedSet;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Gives a file's segment its list, and says meanwhile how far the file is.
@Component
public class EnrollingUploads {

	private final KeepingSegments keeping;

	private final Segments segments;

	private final Rolls rolls;

	EnrollingUploads(KeepingSegments keeping, Segments segments, Rolls rolls) {
		this.keeping = keeping;
		this.segments = segments;
		this.rolls = rolls;
	}

	/// @throws InvalidSegment if it is no fitting name
	public void requireName(@Nullable String name) {
		KeepingSegments.requireName(name);
	}

	public Segment begin(TenantId tenant, @Nullable String name, Upload upload, Actor by) {
		return this.keeping.byFile(tenant, name, upload, by);
	}

	public void progress(TenantId tenant, SegmentId id, Upload upload) {
		this.segments.change(tenant, id, (stored) -> stored.uploaded(stored.roll(), upload), null);
	}

	public void end(TenantId tenant, SegmentId id, SortedSet<String> contacts, Upload upload) {
		ListingContacts.requireFewEnough(contacts);
		Roll roll = this.rolls.write(tenant, id, contacts);
		this.segments.change(tenant, id, (stored) -> stored.uploaded(roll, upload), null);
	}

}
