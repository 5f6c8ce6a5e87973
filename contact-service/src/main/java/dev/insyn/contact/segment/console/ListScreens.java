package dev.insyn.contact.segment.console;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.console.Screens;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.search.Paging;
import dev.insyn.contact.segment.InvalidSegment;
import dev.insyn.contact.segment.KeepingSegments;
import dev.insyn.contact.segment.ListingContacts;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.upload.RefusedRow;
import dev.insyn.contact.segment.upload.Refusals;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Segments that list their contacts: who is on the list, and putting on and taking off.
@Controller
@RequestMapping(path = SegmentScreens.LIST, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.SENDS)
class ListScreens {

	private static final int PAGE = 50;

	private final SegmentContacts members;

	private final ListingContacts listing;

	private final KeepingSegments keeping;

	private final Contacts contacts;

	private final FindingContacts finding;

	private final Refusals refusals;

	private final Screens screens;

	private final Clock clock;

	ListScreens(SegmentContacts members, ListingContacts listing, KeepingSegments keeping, Contacts contacts,
			FindingContacts finding, Refusals refusals, Screens screens, Clock clock) {
		this.members = members;
		this.listing = listing;
		this.keeping = keeping;
		this.contacts = contacts;
		this.finding = finding;
		this.refusals = refusals;
		this.screens = screens;
		this.clock = clock;
	}

	@GetMapping("/new/hand")
	ResponseEntity<Content> blank(UserCaller user) {
		return Screen.shown(screen(user).blank("", null));
	}

	@PostMapping("/new/hand")
	ResponseEntity<Content> make(UserCaller user, @RequestParam String name) {
		try {
			Segment made = this.keeping.byHand(user.tenant(), name, List.of(), user.actor());
			return Screen.on(SegmentScreens.address(made.id()) + "/add", "segment-made");
		}
		catch (InvalidSegment invalid) {
			return Screen.refused(screen(user).blank(name, invalid));
		}
	}

	@GetMapping("/{id}/add")
	ResponseEntity<Content> find(UserCaller user, @PathVariable String id, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		return Screen.shown(found(user, SegmentId.of(id), query, done));
	}

	/// The same for who searches; names stand in no address.
	@PostMapping("/{id}/add")
	ResponseEntity<Content> search(UserCaller user, @PathVariable String id, TableQuery query) {
		return Screen.shown(found(user, SegmentId.of(id), query, null));
	}

	@PostMapping("/{id}/put")
	ResponseEntity<Content> put(UserCaller user, @PathVariable String id,
			@RequestParam(defaultValue = "") List<String> selected) {
		SegmentId segment = SegmentId.of(id);
		this.listing.add(user.tenant(), segment, this.members.existing(user.tenant(), ids(selected)), user.actor());
		return Screen.on(SegmentScreens.address(segment) + "/add", "segment-put");
	}

	@PostMapping("/{id}/take")
	ResponseEntity<Content> take(UserCaller user, @PathVariable String id,
			@RequestParam(defaultValue = "") List<String> selected) {
		SegmentId segment = SegmentId.of(id);
		this.listing.remove(user.tenant(), segment, ids(selected), user.actor());
		return Screen.on(SegmentScreens.address(segment), "segment-taken");
	}

	Content one(UserCaller user, Segment segment, TableQuery query, @Nullable String done) {
		Upload upload = segment.upload();
		if (upload != null && upload.state() != Upload.State.DONE) {
			boolean over = upload.state() == Upload.State.FAILED || upload.isDeadAt(this.clock.instant());
			if (!over) {
				return screen(user).running(segment, upload);
			}
			if (upload.isNew()) {
				return screen(user).failed(segment);
			}
		}
		SegmentContacts.Slice slice = this.members.slice(user.tenant(), segment.id(),
				query.after().filter((after) -> ContactId.parse(after).isPresent()).orElse(null), PAGE);
		List<RefusedRow> refused = (upload != null && upload.state() == Upload.State.DONE && upload.refused() > 0
				&& user.may(RequiredLevel.SENDS))
						? this.refusals.sheet(user.tenant(), segment.id(), 0).orElse(List.of()) : List.of();
		return screen(user).draw(segment, slice, open(user, slice.contacts()), refused, query, done);
	}

	private Content found(UserCaller user, SegmentId id, TableQuery query, @Nullable String done) {
		Segment segment = this.members.get(user.tenant(), id);
		FindingContacts.Page page = this.finding.find(user.tenant(), query.search(),
				new Paging(query.after().orElse(null), false, PAGE));
		return screen(user).add(segment, page, query, done);
	}

	private Map<String, Contact> open(UserCaller user, List<String> ids) {
		Map<String, Contact> open = new HashMap<>();
		this.contacts.all(user.tenant(), ids.stream().map(ContactId::new).toList())
			.forEach((contact) -> open.put(contact.id().value(), contact));
		return open;
	}

	private ListScreen screen(UserCaller user) {
		return new ListScreen(this.screens.of(user));
	}

	private static List<String> ids(List<String> selected) {
		return selected.stream().filter((id) -> ContactId.parse(id).isPresent()).toList();
	}

}
