package dev.insyn.contact.segment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A segment as it rests: what it is called and whom it looks for sealed, since both can name people.
///
/// @param content the sealed [Segment.Content]
/// @param revision grows with each change that somebody made to it
/// @param roll the list of its contacts; null where a filter finds them
/// @param counted how many a filter found last; null before it was counted
/// @param upload what became of the file; null where there was none
@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never compared
record StoredSegment(SegmentKind kind, byte[] content, long revision, @Nullable Roll roll, @Nullable Counted counted,
		@Nullable Upload upload, Instant changedAt, String changedBy) {

	/// As somebody changed it.
	StoredSegment edited(byte[] next, Instant at, String by) {
		return new StoredSegment(this.kind, next, this.revision + 1, this.roll, this.counted, this.upload, at, by);
	}

	/// With another list.
	StoredSegment listing(Roll next, Instant at, String by) {
		return new StoredSegment(this.kind, this.content, this.revision + 1, next, null, this.upload, at, by);
	}

	StoredSegment counted(@Nullable Counted count) {
		return new StoredSegment(this.kind, this.content, this.revision, this.roll, count, this.upload, this.changedAt,
				this.changedBy);
	}

	StoredSegment uploaded(@Nullable Roll list, Upload how) {
		return new StoredSegment(this.kind, this.content, this.revision, list, null, how, this.changedAt,
				this.changedBy);
	}

	@Override
	public String toString() {
		return "StoredSegment[" + this.kind + "]";
	}

	/// How many there were.
	record Counted(long contacts, Instant at) {
	}

}
