package dev.insyn.contact.segment;

import java.time.Clock;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Gives a file's segment its list, and says meanwhile how far the file is.
@Component
public class EnrollingUploads {

	private final KeepingSegments keeping;

	private final ListingContacts listing;

	private final Segments segments;

	private final Rolls rolls;

	private final Clock clock;

	EnrollingUploads(KeepingSegments keeping, ListingContacts listing, Segments segments, Rolls rolls, Clock clock) {
		this.keeping = keeping;
		this.listing = listing;
		this.clock = clock;
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

	/// A file for a segment that has a list.
	/// @return the segment; null while another file is being read into it
	/// @throws dev.insyn.platform.errors.Problem 409 if a filter finds its contacts
	public @Nullable Segment beginOnto(TenantId tenant, SegmentId id, Upload upload) {
		AtomicBoolean busy = new AtomicBoolean();
		Segment begun = this.segments.change(tenant, id, (stored) -> {
			Upload before = stored.upload();
			busy.set(
					before != null && before.state() == Upload.State.RUNNING && !before.isDeadAt(this.clock.instant()));
			return busy.get() ? stored : stored.uploaded(ListingContacts.listed(stored.roll()), upload);
		}, null);
		return busy.get() ? null : begun;
	}

	public void progress(TenantId tenant, SegmentId id, Upload upload) {
		this.segments.change(tenant, id, (stored) -> stored.uploaded(stored.roll(), upload), null);
	}

	/// @param by who uploaded it
	public void end(TenantId tenant, SegmentId id, SortedSet<String> contacts, Upload upload, Actor by) {
		if (!upload.isNew()) {
			this.listing.enroll(tenant, id, contacts, upload, by);
			return;
		}
		ListingContacts.requireFewEnough(contacts);
		Roll roll = this.rolls.write(tenant, id, contacts);
		this.segments.change(tenant, id, (stored) -> stored.uploaded(roll, upload.adding(contacts.size())), null);
	}

}
