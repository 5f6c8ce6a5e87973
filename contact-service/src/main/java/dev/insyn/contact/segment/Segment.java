package dev.insyn.contact.segment;

import java.time.Instant;

import dev.insyn.contact.segment.filter.AskedFilter;
import org.jspecify.annotations.Nullable;

/// A saved list of contacts.
///
/// @param filter whom it looks for; null where its contacts are listed
/// @param count how many it holds, or held when they were last counted; null before
/// @param countedAt when a filter was last counted; null for a list, which is always counted
/// @param changedBy the actor
public record Segment(SegmentId id, SegmentKind kind, String name, @Nullable AskedFilter filter, long revision,
		@Nullable Roll roll, @Nullable Long count, @Nullable Instant countedAt, @Nullable Upload upload,
		Instant changedAt, String changedBy) {

	/// Prints neither name nor filter, which may be personal.
	@Override
	public String toString() {
		return "Segment[" + this.id + "]";
	}

	static Segment of(SegmentId id, StoredSegment stored, Content content) {
		StoredSegment.Counted counted = stored.counted();
		Roll roll = stored.roll();
		Upload upload = stored.upload();
		boolean ready = upload == null || !upload.blocks();
		Long count = (roll != null) ? (ready ? Long.valueOf(roll.count()) : null)
				: (counted != null) ? counted.contacts() : null;
		return new Segment(id, stored.kind(), content.name(), content.filter(), stored.revision(), roll, count,
				(roll == null && counted != null) ? counted.at() : null, stored.upload(), stored.changedAt(),
				stored.changedBy());
	}

	/// What is sealed.
	record Content(String name, @Nullable AskedFilter filter) {

		@Override
		public String toString() {
			return "Content[]";
		}

	}

}
