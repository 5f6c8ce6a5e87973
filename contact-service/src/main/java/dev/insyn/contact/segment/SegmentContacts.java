package dev.insyn.contact.segment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.insyn.contact.Contacts;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.contact.segment.filter.FilterReading;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Whom a segment holds at this moment, slice by slice, in the order of the contacts' ids.
@Component
public class SegmentContacts {

	/// Callers give up after three seconds.
	private static final Duration PATIENCE = Duration.ofMillis(1200);

	private final Segments segments;

	private final Rolls rolls;

	private final Evaluating evaluating;

	private final Attributing attributing;

	private final Contacts contacts;

	SegmentContacts(Segments segments, Rolls rolls, Evaluating evaluating, Attributing attributing, Contacts contacts) {
		this.segments = segments;
		this.rolls = rolls;
		this.evaluating = evaluating;
		this.attributing = attributing;
		this.contacts = contacts;
	}

	public List<Segment> all(TenantId tenant) {
		return this.segments.all(tenant);
	}

	/// @throws Problem 404 if the tenant has none with this id
	public Segment get(TenantId tenant, SegmentId id) {
		return this.segments.get(tenant, id);
	}

	/// A slice may hold fewer than asked for, even none, and yet others follow: then it
	/// says after which id.
	/// @param after the id after which it begins; null for the first
	/// @throws Problem 404 if the tenant has none with this id, 409 while its file is
	/// being read
	public Slice slice(TenantId tenant, SegmentId id, @Nullable String after, int limit) {
		Segment segment = this.segments.get(tenant, id);
		Upload upload = segment.upload();
		if (upload != null && upload.blocks()) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:segment-not-ready",
					"This segment's file is still being read, or could not be");
		}
		Roll roll = segment.roll();
		if (roll != null) {
			List<String> listed = this.rolls.slice(tenant, id, roll, after, limit);
			return new Slice(listed, (listed.size() == limit) ? listed.getLast() : null);
		}
		Evaluating.Found found = this.evaluating.find(tenant, filter(tenant, segment), after, limit, PATIENCE);
		return new Slice(found.contacts(), found.next());
	}

	/// Those of the ids that are contacts of the tenant.
	public Set<String> existing(TenantId tenant, Collection<String> ids) {
		return this.contacts.existing(tenant, ids);
	}

	/// The filter of a segment as the catalogue reads it today.
	/// @throws Problem 409 if it asks for something that the catalogue doesn't have any
	/// more
	public Filter filter(TenantId tenant, Segment segment) {
		AskedFilter asked = Objects.requireNonNull(segment.filter());
		Filter filter = FilterReading.read(asked, this.attributing.of(tenant), Locale.ROOT).filter();
		if (filter == null) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:segment-outdated",
					"This segment asks for something that the field catalogue doesn't have any more");
		}
		return filter;
	}

	/// Some of a segment's contacts.
	///
	/// @param next the id after which others follow; null where none do
	public record Slice(List<String> contacts, @Nullable String next) {
	}

}
