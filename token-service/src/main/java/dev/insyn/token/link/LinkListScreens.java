package dev.insyn.token.link;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The links of a contact, a page or a mailing, with how they stand.
@Controller
class LinkListScreens {

	private static final int SLICE = 50;

	private final ListingLinks listing;

	private final LinkWords words;

	LinkListScreens(ListingLinks listing, LinkWords words) {
		this.listing = listing;
		this.words = words;
	}

	@GetMapping(path = LinkWords.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
	@RequiredLevel(RequiredLevel.READS)
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, LinkFilter about, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Texts texts = this.words.texts(user);
		ListingLinks.Listed listed = this.listing.list(caller.tenant(), about, query.after().orElse(null), SLICE);
		ConsoleFrame frame = this.words.frame(texts, texts.get("links.title"), user, caller.tenant(), about)
			.lead(texts.get("links.lead"))
			.done(done);
		List<Content> content = new ArrayList<>();
		content.add(Console.table(texts, table(texts, caller, about, listed, query)));
		if (user.may(RequiredLevel.SENDS)) {
			boolean any = about.namesOne() && listed.links().stream().anyMatch((link) -> link.link().revoked() == null);
			if (any) {
				frame = frame.more(
						Action
							.ask(texts.get("links.revoke-all"), "revoke-all",
									LinkWords.ADDRESS + "/revoke-all" + LinkWords.query(about))
							.danger());
				content.add(Console.dialog(texts, revokeAll(texts, caller.tenant(), about)));
			}
			frame = frame.action(
					Action.link(texts.get("links.new"), LinkWords.ADDRESS + "/new" + LinkWords.query(about)).primary());
		}
		return ResponseEntity.ok(Console.page(frame, content.toArray(Content[]::new)));
	}

	/// What will happen, with how many.
	Dialog revokeAll(Texts texts, TenantId tenant, LinkFilter about) {
		long count = this.listing.countUnrevoked(tenant, about);
		Action does = Action.post(texts.get("links.revoke-all.does"), LinkWords.ADDRESS + "/revoke-all")
			.with(nameOf(about), valueOf(about))
			.danger();
		return Dialog.of("revoke-all", texts.count("links.revoke-all.heading", count), does, LinkWords.list(about),
				texts.get("links.revoke.what"), texts.get("links.revoke.open"));
	}

	private static String nameOf(LinkFilter about) {
		return (about.contact() != null) ? "contact" : (about.page() != null) ? "page" : "mailing";
	}

	private static String valueOf(LinkFilter about) {
		return LinkWords.query(about).replaceFirst(".*=", "");
	}

	private Table table(Texts texts, UserCaller caller, LinkFilter about, ListingLinks.Listed listed,
			TableQuery query) {
		Times times = this.words.times(texts, caller);
		Column first = Column.of(texts.get((about.contact() != null) ? "links.page" : "links.contact"));
		Column second = Column.of(texts.get((about.page() != null) ? "links.mailing" : "links.page"));
		List<Column> columns = new ArrayList<>(List.of(first, Column.of(texts.get("links.state")),
				Column.of(texts.get("links.last-use")), Column.number(texts.get("links.opened")).minor(),
				Column.of(texts.get("links.issued")), Column.of(texts.get("links.expires")).minor()));
		if (about.contact() == null) {
			columns.add(1, second);
		}
		List<Row> rows = listed.links().stream().map((link) -> row(texts, times, caller, about, link)).toList();
		return Table.of("links", texts.get("links.title"), query)
			.columns(columns.toArray(Column[]::new))
			.rows(rows)
			.paging(Paging.more(listed.next()))
			.empty(Empty.of(texts.get("links.none")));
	}

	private Row row(Texts texts, Times times, UserCaller caller, LinkFilter about, ListingLinks.Known known) {
		Link link = known.link();
		String page = this.words.page(caller.tenant(), link.page(), texts);
		List<Content> cells = new ArrayList<>();
		cells.add((about.contact() != null) ? Cell.text(page) : Cell.text(link.contact()));
		if (about.contact() == null) {
			cells.add((about.page() != null) ? Cell.textOrNone(texts, link.mailing()) : Cell.text(page));
		}
		cells.add(Cell.state(LinkWords.state(texts, known.state())));
		cells
			.add((link.lastOpened() != null) ? times.ago(link.lastOpened()) : Cell.text(texts.get("links.never-used")));
		cells.add(Cell.number(texts, link.opened()));
		cells.add(times.ago(link.issued()));
		cells.add((link.expires() != null) ? times.exact(link.expires()) : Cell.text(texts.get("links.never")));
		return Row.to(LinkWords.ADDRESS + "/" + known.id(), cells.toArray(Content[]::new));
	}

}
