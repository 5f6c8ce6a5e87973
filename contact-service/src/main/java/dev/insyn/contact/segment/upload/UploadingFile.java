package dev.insyn.contact.segment.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

import dev.insyn.contact.Contact;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.segment.EnrollingUploads;
import dev.insyn.contact.segment.Evaluation;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.contact.segment.Upload;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Makes a segment of a file, or changes one's list by it: reads it at once, says at once what can't be read, and then looks in the background who of
/// the wanted there is. A file rests nowhere; what came of its rows does.
@Component
public class UploadingFile {

	/// The largest file that is read, in bytes.
	public static final int LARGEST = 10 * 1024 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(UploadingFile.class);

	private static final int AT_ONCE = 2;

	/// Up to so many are looked up one by one; more are found faster by a look at
	/// everybody.
	private static final int FEW = 200;

	private static final int SLICE = 500;

	private final Semaphore places = new Semaphore(AT_ONCE);

	private final Contacts contacts;

	private final EnrollingUploads enrolling;

	private final Refusals refusals;

	private final Clock clock;

	UploadingFile(Contacts contacts, EnrollingUploads enrolling, Refusals refusals, Clock clock) {
		this.contacts = contacts;
		this.enrolling = enrolling;
		this.refusals = refusals;
		this.clock = clock;
	}

	/// @param by what contacts are to be found by: a [Key]'s code, or anything else where
	/// the file may tell
	/// @param column its number, from 1; null where the file may tell
	/// @throws FileRefused if nothing can be made of the file
	/// @throws dev.insyn.contact.segment.InvalidSegment if it has no fitting name
	public Segment upload(TenantId tenant, @Nullable String name, byte[] file, String by, @Nullable Integer column,
			Actor actor) {
		this.enrolling.requireName(name);
		return read(file, by, column, (wanted) -> {
			Progress progress = new Progress(Upload.Into.NEW, wanted, actor);
			Segment made = this.enrolling.begin(tenant, name, progress.running(0, this.clock.instant()), actor);
			match(tenant, made.id(), progress);
			return made;
		});
	}

	/// As [#upload], for a segment that has a list already.
	/// @param into what the file does to the list
	/// @throws FileRefused if nothing can be made of the file, or another is being read
	/// into the segment
	public Segment uploadOnto(TenantId tenant, SegmentId segment, Upload.Into into, byte[] file, String by,
			@Nullable Integer column, Actor actor) {
		return read(file, by, column, (wanted) -> {
			Progress progress = new Progress(into, wanted, actor);
			Segment begun = this.enrolling.beginOnto(tenant, segment, progress.running(0, this.clock.instant()));
			if (begun == null) {
				throw new FileRefused(FileRefused.Reason.BUSY);
			}
			match(tenant, segment, progress);
			return begun;
		});
	}

	/// The place is given back by who reads on in the background, or here when that never
	/// begins.
	private Segment read(byte[] file, String by, @Nullable Integer column, Function<Wanted, Segment> act) {
		if (file.length > LARGEST) {
			throw new FileRefused(FileRefused.Reason.TOO_LARGE);
		}
		if (!this.places.tryAcquire()) {
			throw new FileRefused(FileRefused.Reason.BUSY);
		}
		boolean handedOver = false;
		try {
			Segment segment = act.apply(Wanted.read(file, Key.find(by).orElse(null), column));
			handedOver = true;
			return segment;
		}
		finally {
			if (!handedOver) {
				this.places.release();
			}
		}
	}

	private void match(TenantId tenant, SegmentId segment, Progress progress) {
		Thread.ofVirtual().name("segment-upload").start(() -> matching(tenant, segment, progress));
	}

	private void matching(TenantId tenant, SegmentId segment, Progress progress) {
		try {
			Wanted wanted = progress.wanted();
			Set<String> found = new HashSet<>();
			SortedSet<String> members = switch (wanted.key()) {
				case INSYN -> new TreeSet<>(this.contacts.existing(tenant, wanted.rows().keySet()));
				case EMAIL -> (wanted.rows().size() <= FEW) ? byIndex(tenant, wanted, found)
						: byLook(tenant, segment, progress, found);
				case CRM -> byReference(tenant, segment, progress, found);
			};
			List<RefusedRow> refused = wanted.without((wanted.key() == Key.INSYN) ? members : found);
			this.refusals.write(tenant, segment, refused);
			this.enrolling.end(tenant, segment, members,
					progress.done(members.size(), refused.size(), this.clock.instant()), progress.actor());
		}
		catch (RuntimeException trouble) {
			logger.warn("A segment's file could not be compared: {}", trouble.getClass().getSimpleName());
			this.enrolling.progress(tenant, segment, progress.failed(this.clock.instant()));
		}
		finally {
			this.places.release();
		}
	}

	private SortedSet<String> byIndex(TenantId tenant, Wanted wanted, Set<String> found) {
		SortedSet<String> members = new TreeSet<>();
		wanted.rows()
			.keySet()
			.forEach((address) -> this.contacts.withAddress(tenant, address)
				.forEach((contact) -> note(contact.id().value(), address, members, found)));
		return members;
	}

	private SortedSet<String> byLook(TenantId tenant, SegmentId segment, Progress progress, Set<String> found) {
		SortedSet<String> members = new TreeSet<>();
		Wanted wanted = progress.wanted();
		DoubleConsumer beat = beat(tenant, segment, progress);
		String after = null;
		do {
			Contacts.Slice slice = this.contacts.walk(tenant, List.of(), after, SLICE);
			slice.contacts().forEach((contact) -> {
				if (contact.value(Contact.EMAIL) instanceof String address
						&& wanted.rows().containsKey(address.toLowerCase(Locale.ROOT))) {
					note(contact.id().value(), address.toLowerCase(Locale.ROOT), members, found);
				}
			});
			after = slice.last();
			beat.accept((after != null) ? Evaluation.place(after) : 1);
		}
		while (after != null);
		return members;
	}

	private SortedSet<String> byReference(TenantId tenant, SegmentId segment, Progress progress, Set<String> found) {
		SortedSet<String> members = new TreeSet<>();
		Wanted wanted = progress.wanted();
		DoubleConsumer beat = beat(tenant, segment, progress);
		String after = null;
		do {
			Contacts.References slice = this.contacts.references(tenant, after, SLICE);
			slice.crmIds().forEach((id, crmId) -> {
				if (wanted.rows().containsKey(crmId)) {
					note(id, crmId, members, found);
				}
			});
			after = slice.last();
			beat.accept((after != null) ? Evaluation.place(after) : 1);
		}
		while (after != null);
		return members;
	}

	private static void note(String contact, String given, Set<String> members, Set<String> found) {
		members.add(contact);
		found.add(given);
	}

	/// A sign of life about once a second.
	private DoubleConsumer beat(TenantId tenant, SegmentId segment, Progress progress) {
		long[] next = { System.nanoTime() + Duration.ofSeconds(1).toNanos() };
		return (looked) -> {
			if (System.nanoTime() > next[0]) {
				next[0] = System.nanoTime() + Duration.ofSeconds(1).toNanos();
				this.enrolling.progress(tenant, segment, progress.running(looked, this.clock.instant()));
			}
		};
	}

	/// A file on its way.
	///
	/// @param actor who uploaded it
	private record Progress(Upload.Into into, Wanted wanted, Actor actor) {

		private Upload running(double looked, Instant at) {
			return new Upload(Upload.State.RUNNING, this.into, this.wanted.count(), 0, 0, 0, looked, at);
		}

		private Upload failed(Instant at) {
			return new Upload(Upload.State.FAILED, this.into, this.wanted.count(), 0, 0, 0, 0, at);
		}

		private Upload done(long matched, long refused, Instant at) {
			return new Upload(Upload.State.DONE, this.into, this.wanted.count(), matched, 0, refused, 1, at);
		}

	}

}
