package dev.insyn.token.link;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Times;
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

/// One link: how it stands, and what can be done with it.
@Controller
@RequestMapping(path = LinkWords.ADDRESS + "/{id:[0-9a-f]{64}}", produces = MediaType.TEXT_HTML_VALUE)
class OneLinkScreens {

	private final ListingLinks listing;

	private final RevokingLinks revoking;

	private final LinkWords words;

	OneLinkScreens(ListingLinks listing, RevokingLinks revoking, LinkWords words) {
		this.listing = listing;
		this.revoking = revoking;
		this.words = words;
	}

	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	ResponseEntity<Content> show(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String done) {
		Texts texts = this.words.texts(user);
		ListingLinks.Known known = find(caller, id);
		String title = texts.get("links.one", this.words.page(caller.tenant(), known.link().page(), texts));
		ConsoleFrame frame = frame(texts, title, caller, user, known).done(done);
		List<Content> content = new ArrayList<>();
		if (known.state() == LinkState.PAGE_ARCHIVED) {
			content.add(Kit.notice(texts, Notice.of(Notice.Kind.INFO, texts.get("links.archived.heading"),
					texts.get("links.archived.text"))));
		}
		content.add(Console.card(texts.get("links.about"), Console.facts(facts(texts, caller, known))));
		if (user.may(RequiredLevel.SENDS) && known.link().revoked() == null) {
			frame = frame.more(Action.ask(texts.get("links.revoke"), "revoke", address(id) + "/revoke").danger())
				.action(Action.ask(texts.get("links.replace"), "replace", address(id) + "/replace").primary());
			content.add(Console.dialog(texts, replace(texts, id)));
			content.add(Console.dialog(texts, revoke(texts, id)));
		}
		return ResponseEntity.ok(Console.page(frame, content.toArray(Content[]::new)));
	}

	@GetMapping("/revoke")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> askToRevoke(UserCaller caller, ConsoleUser user, @PathVariable String id) {
		Texts texts = this.words.texts(user);
		return confirmation(texts, caller, user, find(caller, id), revoke(texts, id));
	}

	@PostMapping("/revoke")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Void> revoke(UserCaller caller, @PathVariable String id) {
		find(caller, id);
		this.revoking.revoke(caller.tenant(), id, RevokingLinks.REQUESTED, caller.actor());
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(address(id) + "?done=link-revoked"))
			.build();
	}

	@GetMapping("/replace")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> askToReplace(UserCaller caller, ConsoleUser user, @PathVariable String id) {
		Texts texts = this.words.texts(user);
		return confirmation(texts, caller, user, find(caller, id), replace(texts, id));
	}

	private ResponseEntity<Content> confirmation(Texts texts, UserCaller caller, ConsoleUser user,
			ListingLinks.Known known, Dialog dialog) {
		ConsoleFrame frame = frame(texts, dialog.heading(), caller, user, known);
		return ResponseEntity.ok(Console.page(frame, Console.confirmation(texts, dialog)));
	}

	private ListingLinks.Known find(UserCaller caller, String id) {
		return this.listing.find(caller.tenant(), id)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-link", "No such link"));
	}

	private ConsoleFrame frame(Texts texts, String title, UserCaller caller, ConsoleUser user,
			ListingLinks.Known known) {
		LinkFilter about = LinkFilter.ofContact(known.link().contact());
		return this.words.frame(texts, title, user, caller.tenant(), about)
			.under(texts.get("links.title"), LinkWords.list(about))
			.state(LinkWords.state(texts, known.state()));
	}

	private List<Fact> facts(Texts texts, UserCaller caller, ListingLinks.Known known) {
		Link link = known.link();
		Times times = this.words.times(texts, caller);
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("links.contact"),
				Cell.link(texts.get("links.open-contact"), "/admin/contacts/" + link.contact())));
		facts.add(Fact.of(texts.get("links.page"),
				Cell.link(this.words.page(caller.tenant(), link.page(), texts), "/admin/pages/" + link.page())));
		facts.add(Fact.of(texts.get("links.issued"), times.exact(link.issued())));
		facts.add(Fact.of(texts.get("links.expires"),
				(link.expires() != null) ? times.exact(link.expires()) : Cell.text(texts.get("links.never"))));
		if (link.revoked() != null) {
			facts.add(Fact.of(texts.get("links.revoked"), times.exact(link.revoked())));
		}
		facts.add(Fact.of(texts.get("links.last-use"), (link.lastOpened() != null) ? times.exact(link.lastOpened())
				: Cell.text(texts.get("links.never-used"))));
		facts.add(Fact.of(texts.get("links.opened"), Cell.number(texts, link.opened())));
		if (link.mailing() != null) {
			facts.add(Fact.of(texts.get("links.mailing"),
					Cell.link(link.mailing(), LinkWords.ADDRESS + "?mailing=" + link.mailing())));
		}
		facts.add(Fact.of(texts.get("links.id"), Cell.id(texts, known.id())));
		return facts;
	}

	private static Dialog revoke(Texts texts, String id) {
		return Dialog.of("revoke", texts.get("links.revoke.heading"),
				Action.post(texts.get("links.revoke.does"), address(id) + "/revoke").danger(), address(id),
				texts.get("links.revoke.what"), texts.get("links.revoke.open"));
	}

	private static Dialog replace(Texts texts, String id) {
		return Dialog.of("replace", texts.get("links.replace.heading"),
				Action.post(texts.get("links.replace.does"), LinkWords.ADDRESS + "/new").with("instead", id),
				address(id), texts.get("links.replace.what"));
	}

	private static String address(String id) {
		return LinkWords.ADDRESS + "/" + id;
	}

}
