package dev.insyn.contact.segment;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.catalogue.EntityTag;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.contact.segment.filter.FilterReading;
import dev.insyn.fields.Reading;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Segments as JSON, for users and programs.
@RestController
@RequestMapping("/api/segments")
class SegmentController {

	static final String READ = "segments.read";

	static final String WRITE = "segments.write";

	private static final int MOST = 1000;

	private static final int MOST_LISTED = 5000;

	private final KeepingSegments keeping;

	private final SegmentContacts contacts;

	private final Attributing attributing;

	SegmentController(KeepingSegments keeping, SegmentContacts contacts, Attributing attributing) {
		this.keeping = keeping;
		this.contacts = contacts;
		this.attributing = attributing;
	}

	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(READ)
	Found all(Caller caller) {
		return new Found(this.contacts.all(caller.tenant()).stream().map(Line::of).toList());
	}

	@GetMapping("/{id}")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(READ)
	ResponseEntity<View> one(@PathVariable String id, Caller caller) {
		return answer(HttpStatus.OK, this.contacts.get(caller.tenant(), SegmentId.of(id)));
	}

	/// @param after the `next` of the slice before
	@GetMapping("/{id}/contacts")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(READ)
	ResponseEntity<SegmentContacts.Slice> contacts(@PathVariable String id,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "1000") int limit,
			Caller caller) {
		if (after != null && ContactId.parse(after).isEmpty()) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-place",
					"Go on from the next of the slice before");
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.contacts.slice(caller.tenant(), SegmentId.of(id), after, Math.clamp(limit, 1, MOST)));
	}

	/// With `filter`, or with `contacts`.
	@PostMapping
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope(WRITE)
	ResponseEntity<View> add(@RequestBody Wanted wanted, Caller caller) {
		if ((wanted.filter() == null) == (wanted.contacts() == null)) {
			throw invalid("filter", "filter-or-contacts");
		}
		Segment made = (wanted.filter() != null)
				? this.keeping.byFilter(caller.tenant(), wanted.name(), filter(caller, wanted.filter()), caller.actor())
				: this.keeping.byHand(caller.tenant(), wanted.name(), listed(caller, wanted), caller.actor());
		return answer(HttpStatus.CREATED, made);
	}

	@PutMapping("/{id}")
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope(WRITE)
	ResponseEntity<View> change(@PathVariable String id, @RequestBody Wanted wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		SegmentId segment = SegmentId.of(id);
		Segment before = this.contacts.get(caller.tenant(), segment);
		if (wanted.contacts() != null || (wanted.filter() != null && before.kind() != SegmentKind.FILTER)) {
			throw invalid((wanted.contacts() != null) ? "contacts" : "filter", "immutable");
		}
		Filter filter = (wanted.filter() != null) ? filter(caller, wanted.filter()) : null;
		return answer(HttpStatus.OK, this.keeping.change(caller.tenant(), segment, seen(ifMatch, before), wanted.name(),
				filter, caller.actor()));
	}

	@DeleteMapping("/{id}")
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope(WRITE)
	ResponseEntity<Void> delete(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		Segment before = this.contacts.get(caller.tenant(), SegmentId.of(id));
		this.keeping.delete(caller.tenant(), before.id(), seen(ifMatch, before), caller.actor());
		return ResponseEntity.noContent().build();
	}

	private Filter filter(Caller caller, AskedFilter asked) {
		FilterReading.Read read = FilterReading.read(asked, this.attributing.of(caller.tenant()), Locale.ROOT);
		Filter filter = read.filter();
		if (filter == null) {
			Map<String, Reading.Problem> problems = new LinkedHashMap<>();
			read.problems().forEach((path, problem) -> problems.put("filter." + path, problem));
			throw new InvalidSegment(problems);
		}
		return filter;
	}

	private Set<String> listed(Caller caller, Wanted wanted) {
		List<String> ids = (wanted.contacts() != null) ? wanted.contacts() : List.of();
		if (ids.size() > MOST_LISTED) {
			throw new InvalidSegment(
					Map.of("contacts", new Reading.Problem("too-many", Map.of("max", String.valueOf(MOST_LISTED)))));
		}
		Set<String> existing = this.contacts.existing(caller.tenant(),
				ids.stream().filter((id) -> id != null && ContactId.parse(id).isPresent()).toList());
		Map<String, Reading.Problem> problems = new LinkedHashMap<>();
		List<String> asked = new ArrayList<>(ids);
		for (int i = 0; i < asked.size(); i++) {
			if (asked.get(i) == null || !existing.contains(asked.get(i))) {
				problems.put("contacts[" + i + "]", new Reading.Problem("no-such-contact", Map.of()));
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidSegment(problems);
		}
		return existing;
	}

	private static long seen(@Nullable String ifMatch, Segment now) {
		String tag = EntityTag.required(ifMatch).value();
		return tag.equals("*") ? now.revision() : tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1;
	}

	private static InvalidSegment invalid(String part, String code) {
		return new InvalidSegment(Map.of(part, new Reading.Problem(code, Map.of())));
	}

	private static ResponseEntity<View> answer(HttpStatus status, Segment segment) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(String.valueOf(segment.revision()));
		if (status == HttpStatus.CREATED) {
			answer.location(URI.create("/api/segments/" + segment.id()));
		}
		return answer.body(View.of(segment));
	}

	/// A segment as somebody wants it.
	record Wanted(@Nullable String name, @Nullable AskedFilter filter, @Nullable List<String> contacts) {

		@Override
		public String toString() {
			return "Wanted[]";
		}

	}

	/// All of them.
	record Found(List<Line> segments) {
	}

	/// One in the list.
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Line(String id, String name, String kind, @Nullable Long count) {

		static Line of(Segment segment) {
			return new Line(segment.id().value(), segment.name(), segment.kind().code(), segment.count());
		}

		@Override
		public String toString() {
			return "Line[" + this.id + "]";
		}

	}

	/// One by itself.
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record View(String id, String name, String kind, @Nullable AskedFilter filter, @Nullable Long count,
			@Nullable Instant countedAt, Instant changedAt) {

		static View of(Segment segment) {
			return new View(segment.id().value(), segment.name(), segment.kind().code(), segment.filter(),
					segment.count(), segment.countedAt(), segment.changedAt());
		}

		@Override
		public String toString() {
			return "View[" + this.id + "]";
		}

	}

}
