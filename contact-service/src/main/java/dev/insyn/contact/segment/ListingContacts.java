package dev.insyn.contact.segment;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import dev.insyn.fields.Reading;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Contacts are put onto a segment's list and taken off it; whom two put on at once are both on it.
@Component
public class ListingContacts {

	private static final int TRIES = 20;

	private final Segments segments;

	private final Rolls rolls;

	private final Clock clock;

	ListingContacts(Segments segments, Rolls rolls, Clock clock) {
		this.segments = segments;
		this.rolls = rolls;
		this.clock = clock;
	}

	/// @param contacts ids of contacts that there are
	/// @throws Problem 409 if a filter finds its contacts
	public Segment add(TenantId tenant, SegmentId id, Collection<String> contacts, Actor by) {
		return edit(tenant, id, (list) -> list.addAll(contacts), null, by);
	}

	/// @throws Problem 409 if a filter finds its contacts
	public Segment remove(TenantId tenant, SegmentId id, Collection<String> contacts, Actor by) {
		return edit(tenant, id, (list) -> list.removeAll(contacts), null, by);
	}

	/// Puts a file's contacts on the list, or in the place of those that are on it, and
	/// says in the same write that it has been read.
	Segment enroll(TenantId tenant, SegmentId id, Collection<String> contacts, Upload read, Actor by) {
		boolean replaces = read.into() == Upload.Into.REPLACE;
		return edit(tenant, id, (list) -> {
			if (replaces) {
				list.retainAll(contacts);
			}
			list.addAll(contacts);
		}, read, by);
	}

	private Segment edit(TenantId tenant, SegmentId id, Consumer<SortedSet<String>> act, @Nullable Upload read,
			Actor by) {
		for (int attempt = 0; attempt < TRIES; attempt++) {
			Segment before = this.segments.get(tenant, id);
			Roll roll = listed(before);
			try {
				SortedSet<String> list = new TreeSet<>(this.rolls.slice(tenant, id, roll, null, Rolls.MOST));
				Set<String> held = Set.copyOf(list);
				act.accept(list);
				if (read == null && list.equals(held)) {
					return before;
				}
				long added = list.stream().filter((contact) -> !held.contains(contact)).count();
				return replace(tenant, before, roll, list, (read != null) ? read.adding(added) : null, by);
			}
			catch (Overtaken another) {
				// once more, on the ground of the other's list
			}
		}
		throw new Overtaken();
	}

	private Segment replace(TenantId tenant, Segment before, Roll roll, SortedSet<String> list, @Nullable Upload read,
			Actor by) {
		requireFewEnough(list);
		SegmentId id = before.id();
		Roll next = this.rolls.write(tenant, id, list);
		OutgoingEvent told = SegmentEvents.changed(tenant, id, SegmentEvents.UPDATED, before.kind(), by,
				this.clock.instant());
		try {
			Segment changed = this.segments.change(tenant, id, (stored) -> {
				if (!roll.equals(stored.roll())) {
					throw new Overtaken();
				}
				StoredSegment listing = stored.listing(next, this.clock.instant(), by.toString());
				return (read != null) ? listing.uploaded(next, read) : listing;
			}, told);
			this.rolls.delete(tenant, id, roll);
			return changed;
		}
		catch (Overtaken | SegmentId.None vain) {
			this.rolls.delete(tenant, id, next);
			throw vain;
		}
	}

	private static Roll listed(Segment segment) {
		Roll roll = listed(segment.roll());
		if (segment.upload() != null && segment.upload().blocks() && segment.upload().state() == Upload.State.RUNNING) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:segment-not-ready",
					"This segment's file is still being read");
		}
		return roll;
	}

	/// @throws Problem 409 if there is none, since a filter finds the contacts
	static Roll listed(@Nullable Roll roll) {
		if (roll == null) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:segment-has-filter",
					"A filter finds this segment's contacts");
		}
		return roll;
	}

	static void requireFewEnough(Collection<String> list) {
		if (list.size() > Rolls.MOST) {
			throw new InvalidSegment(
					Map.of("contacts", new Reading.Problem("too-many", Map.of("max", String.valueOf(Rolls.MOST)))));
		}
	}

}
