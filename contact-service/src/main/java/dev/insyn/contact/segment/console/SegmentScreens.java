package dev.insyn.contact.segment.console;

import dev.insyn.contact.console.Screens;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.KeepingSegments;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.contact.segment.SegmentKind;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Segments in the console: the list, one of them, its name and its end.
@Controller
@RequestMapping(path = SegmentScreens.LIST, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class SegmentScreens {

	static final String LIST = "/admin/segments";

	private final SegmentContacts contacts;

	private final KeepingSegments keeping;

	private final FilterScreens filters;

	private final ListScreens lists;

	private final Screens screens;

	SegmentScreens(SegmentContacts contacts, KeepingSegments keeping, FilterScreens filters, ListScreens lists,
			Screens screens) {
		this.contacts = contacts;
		this.keeping = keeping;
		this.filters = filters;
		this.lists = lists;
		this.screens = screens;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		return Screen
			.shown(new SegmentTable(this.screens.of(user)).draw(this.contacts.all(user.tenant()), query, done));
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> chooseKind(UserCaller user) {
		return Screen.shown(new SegmentTable(this.screens.of(user)).chooseKind());
	}

	@PostMapping("/new")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> chosen(@RequestParam String kind) {
		String next = SegmentKind.find(kind).map((known) -> "/new/" + known.code()).orElse("/new");
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", LIST + next).build();
	}

	@GetMapping("/{id}")
	ResponseEntity<Content> one(UserCaller user, @PathVariable String id, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Segment segment = this.contacts.get(user.tenant(), SegmentId.of(id));
		return Screen.shown((segment.kind() == SegmentKind.FILTER) ? this.filters.one(user, segment, done)
				: this.lists.one(user, segment, query, done));
	}

	@GetMapping("/{id}/{act:rename|delete}")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> ask(UserCaller user, @PathVariable String id, @PathVariable String act) {
		Segment segment = this.contacts.get(user.tenant(), SegmentId.of(id));
		return Screen.shown(new SegmentHead(this.screens.of(user), segment).ask(act, null, null));
	}

	@PostMapping("/{id}/rename")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> rename(UserCaller user, @PathVariable String id, @RequestParam String name,
			@RequestParam long version) {
		SegmentId segment = SegmentId.of(id);
		try {
			this.keeping.change(user.tenant(), segment, version, name, null, user.actor());
			return Screen.on(address(segment), "segment-renamed");
		}
		catch (Problem problem) {
			return refused(user, segment, "rename", name, problem);
		}
	}

	@PostMapping("/{id}/delete")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> delete(UserCaller user, @PathVariable String id, @RequestParam long version) {
		SegmentId segment = SegmentId.of(id);
		try {
			this.keeping.delete(user.tenant(), segment, version, user.actor());
			return Screen.on(LIST, "segment-deleted");
		}
		catch (Problem problem) {
			return refused(user, segment, "delete", null, problem);
		}
	}

	private ResponseEntity<Content> refused(UserCaller user, SegmentId id, String act, @Nullable String name,
			Problem problem) {
		if (problem.status() != HttpStatus.PRECONDITION_FAILED
				&& problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
			throw problem;
		}
		Segment now = this.contacts.get(user.tenant(), id);
		return Screen.refused(new SegmentHead(this.screens.of(user), now).ask(act, name, problem));
	}

	static String address(SegmentId segment) {
		return LIST + "/" + segment;
	}

}
