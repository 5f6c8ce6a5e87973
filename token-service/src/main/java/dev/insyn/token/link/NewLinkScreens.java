package dev.insyn.token.link;

import java.net.URI;
import java.util.List;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.token.templates.JtenewlinkGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A user issues one link, and sees its address this once; or takes all back.
@Controller
@RequiredLevel(RequiredLevel.SENDS)
@RequestMapping(path = LinkWords.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
class NewLinkScreens {

	private final IssuingLinks issuing;

	private final ReissuingLinks reissuing;

	private final RevokingLinks revoking;

	private final LinkListScreens lists;

	private final Pages pages;

	private final LinkAnswers answers;

	private final LinkWords words;

	NewLinkScreens(IssuingLinks issuing, ReissuingLinks reissuing, RevokingLinks revoking, LinkListScreens lists,
			Pages pages, LinkAnswers answers, LinkWords words) {
		this.issuing = issuing;
		this.reissuing = reissuing;
		this.revoking = revoking;
		this.lists = lists;
		this.pages = pages;
		this.answers = answers;
		this.words = words;
	}

	@GetMapping("/new")
	ResponseEntity<Content> form(UserCaller caller, ConsoleUser user, LinkFilter about) {
		return form(HttpStatus.OK, caller, user, about, null);
	}

	/// The answer shows the link: it can't be shown again, so there is nowhere to lead
	/// to.
	@PostMapping("/new")
	ResponseEntity<Content> issue(UserCaller caller, ConsoleUser user, LinkFilter about,
			@RequestParam(required = false) @Nullable String instead) {
		if (instead != null) {
			return issued(caller, user, this.reissuing.reissue(caller.tenant(), instead, caller.actor()));
		}
		if (about.contact() == null || !LinkWish.CONTACT.matcher(about.contact()).matches() || about.page() == null) {
			return form(HttpStatus.UNPROCESSABLE_CONTENT, caller, user, about, "links.new.contact.missing");
		}
		try {
			return issued(caller, user, this.issuing.issueOne(caller.tenant(),
					new IssuingLinks.Purpose(about.page(), null), about.contact(), caller.actor()));
		}
		catch (Problem closed) {
			return form(HttpStatus.UNPROCESSABLE_CONTENT, caller, user, about, "links.new.closed");
		}
	}

	@GetMapping("/revoke-all")
	ResponseEntity<Content> askToRevokeAll(UserCaller caller, ConsoleUser user, LinkFilter about) {
		requireOne(about);
		Texts texts = this.words.texts(user);
		Dialog dialog = this.lists.revokeAll(texts, caller.tenant(), about);
		ConsoleFrame frame = this.words.frame(texts, dialog.heading(), user, caller.tenant(), about)
			.under(texts.get("links.title"), LinkWords.list(about));
		return ResponseEntity.ok(Console.page(frame, Console.confirmation(texts, dialog)));
	}

	@PostMapping("/revoke-all")
	ResponseEntity<Void> revokeAll(UserCaller caller, LinkFilter about) {
		requireOne(about);
		this.revoking.revokeAll(caller.tenant(), about, RevokingLinks.REQUESTED, caller.actor());
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(LinkWords.list(about) + "&done=links-revoked"))
			.build();
	}

	private static void requireOne(LinkFilter about) {
		if (!about.namesOne()) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-request",
					"Expected one of contact, page and mailing");
		}
	}

	private ResponseEntity<Content> issued(UserCaller caller, ConsoleUser user, IssuingLinks.Issued issued) {
		Texts texts = this.words.texts(user);
		LinkAnswers.NewLink link = this.answers.of(issued);
		LinkFilter about = LinkFilter.ofContact(link.contact());
		ConsoleFrame frame = this.words.frame(texts, texts.get("links.issued.heading"), user, caller.tenant(), about)
			.under(texts.get("links.title"), LinkWords.list(about))
			.action(Action.link(texts.get("links.issued.back"), LinkWords.list(about)));
		Content address = (output) -> JtenewlinkGenerated.render((HtmlTemplateOutput) output, null, texts, link.url());
		return ResponseEntity.ok(Console.page(frame,
				Kit.notice(texts,
						Notice.of(Notice.Kind.WARNING, texts.get("links.issued.once"),
								texts.get("links.issued.personal"))),
				Console.card(this.words.page(caller.tenant(), link.page(), texts), address)));
	}

	private ResponseEntity<Content> form(HttpStatus status, UserCaller caller, ConsoleUser user, LinkFilter about,
			@Nullable String error) {
		Texts texts = this.words.texts(user);
		List<Choice> open = this.pages.open(caller.tenant())
			.stream()
			.map((page) -> Choice.of(page.id(), this.words.page(caller.tenant(), page.id(), texts)))
			.toList();
		ConsoleFrame frame = this.words.frame(texts, texts.get("links.new"), user, caller.tenant(), about)
			.under(texts.get("links.title"), LinkWords.list(about))
			.lead(texts.get("links.new.lead"));
		if (open.isEmpty()) {
			return ResponseEntity.ok(Console.page(frame, Console.empty(Empty.of(texts.get("links.new.no-page")))));
		}
		String words = (error != null) ? texts.get(error) : null;
		boolean closed = "links.new.closed".equals(error);
		Field page = Field.select("page", texts.get("links.page"), open)
			.value(about.page())
			.error(closed ? words : null);
		Field contact = Field.text("contact", texts.get("links.new.contact"))
			.value(about.contact())
			.hint(texts.get("links.new.contact.hint"))
			.error(closed ? null : words);
		return ResponseEntity.status(status)
			.body(Console.page(frame,
					Console.form(texts,
							Form.post("new-link", LinkWords.ADDRESS + "/new")
								.fields(page, contact)
								.submit(texts.get("links.new.does"))
								.cancel(texts.get("links.cancel"), LinkWords.list(about)))));
	}

}
