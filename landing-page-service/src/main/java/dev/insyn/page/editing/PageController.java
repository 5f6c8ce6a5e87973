package dev.insyn.page.editing;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.Pages;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/// The tenant's pages as JSON. Whoever changes one says with `If-Match` which revision it saw.
@RestController
@RequestMapping("/api/pages")
@RequiredLevel(RequiredLevel.READS)
@RequiredScope("pages.read")
class PageController {

	private static final String PAGE = "/{page:P\\d{2,6}}";

	private final Pages pages;

	private final EditingPages editing;

	private final ContentReading reading;

	private final Clock clock;

	PageController(Pages pages, EditingPages editing, ContentReading reading, Clock clock) {
		this.pages = pages;
		this.editing = editing;
		this.reading = reading;
		this.clock = clock;
	}

	@GetMapping
	PageList list(Caller caller, @RequestParam(defaultValue = "") String query,
			@RequestParam(required = false) @Nullable PageState state,
			@RequestParam(required = false) @Nullable String field,
			@RequestParam(required = false) @Nullable String recordType,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
		PageSearch search = new PageSearch(query, state, field, recordType);
		return PageList.of(search.in(this.pages.all(caller.tenant())), after, Math.clamp(limit, 1, 2000));
	}

	@GetMapping(PAGE)
	ResponseEntity<PageView> one(@PathVariable String page, Caller caller) {
		return answer(this.pages.get(caller.tenant(), page));
	}

	@PostMapping
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<PageView> create(@RequestBody(required = false) @Nullable String body, Caller caller) {
		PageContent content = (body == null || body.isBlank()) ? this.editing.beginning(caller)
				: this.reading.content(body);
		return created(this.editing.create(caller, content));
	}

	@PutMapping(PAGE + "/draft")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<PageView> save(@PathVariable String page, @RequestBody String body, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
		int revision = Revisions.required(seen);
		return answer(this.editing.save(caller, page, revision, this.reading.content(body)));
	}

	@PostMapping(PAGE + "/{act:publish|archive|unarchive|discard}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<PageView> act(@PathVariable String page, @PathVariable String act, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
		int revision = Revisions.required(seen);
		return answer(switch (act) {
			case "publish" -> this.editing.publish(caller, page, revision);
			case "archive" -> this.editing.archive(caller, page, revision);
			case "unarchive" -> this.editing.unarchive(caller, page, revision);
			default -> this.editing.discard(caller, page, revision);
		});
	}

	@PostMapping(PAGE + "/duplicate")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<PageView> duplicate(@PathVariable String page, Caller caller) {
		return created(this.editing.duplicate(caller, page));
	}

	@DeleteMapping(PAGE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<Void> delete(@PathVariable String page, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
		this.editing.delete(caller, page, Revisions.required(seen));
		return ResponseEntity.noContent().build();
	}

	@GetMapping(PAGE + "/versions")
	VersionList versions(@PathVariable String page, Caller caller,
			@RequestParam(required = false) @Nullable Integer before, @RequestParam(defaultValue = "20") int limit) {
		LandingPage found = this.pages.get(caller.tenant(), page).state();
		int newest = (found.published() != null) ? found.published().version() : 0;
		int from = (before != null) ? Math.min(newest, before - 1) : newest;
		return VersionList.of(this.pages.versions(caller.tenant(), page, from, Math.clamp(limit, 1, 50)));
	}

	@GetMapping(PAGE + "/versions/{version}")
	VersionView version(@PathVariable String page, @PathVariable int version, Caller caller) {
		return VersionView.of(this.editing.version(caller, page, version));
	}

	@PostMapping(PAGE + "/versions/{version}/restore")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<PageView> restore(@PathVariable String page, @PathVariable int version, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
		return answer(this.editing.restore(caller, page, Revisions.required(seen), version));
	}

	/// @param from a version's number or `draft`
	@GetMapping(PAGE + "/compare")
	List<PageDifference> compare(@PathVariable String page, @RequestParam String from, @RequestParam String to,
			Caller caller) {
		return Comparison.of(content(caller, page, from), content(caller, page, to));
	}

	/// @param of a version's number or `draft`
	@GetMapping(PAGE + "/export")
	ResponseEntity<PageDocument> export(@PathVariable String page, @RequestParam(defaultValue = "draft") String of,
			Caller caller) {
		ContentDisposition file = ContentDisposition.attachment().filename(page + ".json").build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
			.body(PageDocument.of(page, this.clock.instant(), content(caller, page, of)));
	}

	/// A new page; or, where `into` names one and `If-Match` the revision seen, another
	/// draft
	/// of that.
	@PostMapping("/import")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("pages.write")
	ResponseEntity<PageView> importPage(@RequestBody String body, Caller caller,
			@RequestParam(required = false) @Nullable String into,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
		PageContent content = this.reading.document(body).required();
		return (into == null) ? created(this.editing.importNew(caller, content))
				: answer(this.editing.importInto(caller, into, Revisions.required(seen), content));
	}

	private PageContent content(Caller caller, String page, String which) {
		return which.equals("draft") ? this.pages.draft(this.pages.get(caller.tenant(), page))
				: this.editing.version(caller, page, Revisions.version(which)).published().content();
	}

	private ResponseEntity<PageView> created(Stored<LandingPage> page) {
		return ResponseEntity.created(URI.create("/api/pages/" + page.id()))
			.eTag(Revisions.etag(page.state()))
			.body(view(page));
	}

	private ResponseEntity<PageView> answer(Stored<LandingPage> page) {
		return ResponseEntity.ok().eTag(Revisions.etag(page.state())).body(view(page));
	}

	private PageView view(Stored<LandingPage> page) {
		return PageView.of(page, this.pages.draft(page), this.pages.published(page).orElse(null));
	}

}
