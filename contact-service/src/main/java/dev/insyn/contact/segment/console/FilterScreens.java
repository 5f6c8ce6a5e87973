package dev.insyn.contact.segment.console;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import dev.insyn.contact.console.Screens;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Attributing;
import dev.insyn.contact.segment.InvalidSegment;
import dev.insyn.contact.segment.KeepingSegments;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.contact.segment.SegmentKind;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.Attributes;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.contact.segment.filter.FilterReading;
import dev.insyn.pagekit.console.Console;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Building a filter, with the count beside it. What is typed is posted and stands in no address.
@Controller
@RequestMapping(path = SegmentScreens.LIST, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.SENDS)
class FilterScreens {

	private static final String SAVE = "save";

	private final SegmentContacts contacts;

	private final KeepingSegments keeping;

	private final Attributing attributing;

	private final Counting counting;

	private final Screens screens;

	FilterScreens(SegmentContacts contacts, KeepingSegments keeping, Attributing attributing, Counting counting,
			Screens screens) {
		this.contacts = contacts;
		this.keeping = keeping;
		this.attributing = attributing;
		this.counting = counting;
		this.screens = screens;
	}

	@GetMapping("/new/filter")
	ResponseEntity<Content> blank(UserCaller user) {
		return Screen.shown(builder(user).draw(null, BuilderForm.EMPTY, count(user, BuilderForm.EMPTY), null));
	}

	@PostMapping("/new/filter")
	ResponseEntity<Content> build(UserCaller user, @RequestParam MultiValueMap<String, String> form,
			@RequestParam(defaultValue = SAVE) String act) {
		BuilderForm typed = BuilderForm.typed(form).after(act);
		if (!act.equals(SAVE)) {
			return Screen.shown(builder(user).draw(null, typed, count(user, typed), null));
		}
		return save(user, null, typed.tidied(),
				(filter) -> this.keeping.byFilter(user.tenant(), typed.name(), filter, user.actor()));
	}

	@PostMapping("/{id}")
	ResponseEntity<Content> change(UserCaller user, @PathVariable String id,
			@RequestParam MultiValueMap<String, String> form, @RequestParam(defaultValue = SAVE) String act,
			@RequestParam long version) {
		Segment segment = this.contacts.get(user.tenant(), SegmentId.of(id));
		if (segment.kind() != SegmentKind.FILTER) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:segment-has-list", "It has a list, not a filter");
		}
		BuilderForm typed = BuilderForm.typed(form).after(act);
		if (!act.equals(SAVE)) {
			return Screen
				.shown(builder(user).draw(new BuilderScreen.Edited(segment, version), typed, count(user, typed), null));
		}
		return save(user, new BuilderScreen.Edited(segment, version), typed.tidied(), (filter) -> this.keeping
			.change(user.tenant(), segment.id(), version, typed.name(), filter, user.actor()));
	}

	/// How many there are as the form stands now.
	@PostMapping("/count")
	ResponseEntity<Content> count(UserCaller user, @RequestParam MultiValueMap<String, String> form) {
		return Screen.shown(count(user, BuilderForm.typed(form)));
	}

	/// How many a saved filter finds, for who only looks.
	@GetMapping("/{id}/count")
	@RequiredLevel(RequiredLevel.READS)
	ResponseEntity<Content> count(UserCaller user, @PathVariable String id) {
		Segment segment = this.contacts.get(user.tenant(), SegmentId.of(id));
		return Screen.shown(this.counting.of(this.screens.of(user), this.contacts.filter(user.tenant(), segment),
				SegmentScreens.address(segment.id()) + "/count"));
	}

	Content one(UserCaller user, Segment segment, @Nullable String done) {
		BuilderForm form = BuilderForm.of(segment.name(), Objects.requireNonNull(segment.filter()));
		if (user.may(RequiredLevel.SENDS)) {
			return builder(user).draw(new BuilderScreen.Edited(segment, segment.revision()), form, count(user, form),
					done);
		}
		Screen screen = this.screens.of(user);
		return new FilterReadOnly(screen, words(user)).draw(segment, readOnlyCount(user, screen, segment));
	}

	private Content readOnlyCount(UserCaller user, Screen screen, Segment segment) {
		Attributes attributes = this.attributing.of(user.tenant());
		Filter filter = FilterReading.read(Objects.requireNonNull(segment.filter()), attributes, Locale.ROOT).filter();
		return (filter != null) ? this.counting.of(screen, filter, SegmentScreens.address(segment.id()) + "/count")
				: Console.nothing();
	}

	private ResponseEntity<Content> save(UserCaller user, BuilderScreen.@Nullable Edited edited, BuilderForm typed,
			Function<Filter, Segment> act) {
		FilterReading.Read read = read(user, typed);
		Filter filter = read.filter();
		if (filter == null) {
			return refused(user, edited, typed.wrong(read.problems()), null);
		}
		try {
			Segment saved = act.apply(filter);
			return Screen.on(SegmentScreens.address(saved.id()), "segment-saved");
		}
		catch (InvalidSegment invalid) {
			return refused(user, edited, typed.wrong(invalid.problems()), null);
		}
		catch (Problem problem) {
			if (problem.status() != HttpStatus.PRECONDITION_FAILED || edited == null) {
				throw problem;
			}
			Segment now = this.contacts.get(user.tenant(), edited.segment().id());
			return refused(user, new BuilderScreen.Edited(now, now.revision()), typed, "changed-meanwhile");
		}
	}

	private ResponseEntity<Content> refused(UserCaller user, BuilderScreen.@Nullable Edited edited, BuilderForm form,
			@Nullable String problem) {
		BuilderScreen screen = builder(user);
		return Screen.refused((problem != null) ? screen.warning(problem).draw(edited, form, count(user, form), null)
				: screen.draw(edited, form, count(user, form), null));
	}

	private Content count(UserCaller user, BuilderForm form) {
		return this.counting.beside(this.screens.of(user), read(user, form.tidied()).filter());
	}

	private FilterReading.Read read(UserCaller user, BuilderForm form) {
		AskedFilter asked = form.filter();
		return FilterReading.read(asked, this.attributing.of(user.tenant()), words(user).locale());
	}

	private BuilderScreen builder(UserCaller user) {
		return new BuilderScreen(this.screens.of(user), words(user), List.of());
	}

	private FilterWords words(UserCaller user) {
		return new FilterWords(this.screens.of(user), this.attributing.of(user.tenant()));
	}

}
