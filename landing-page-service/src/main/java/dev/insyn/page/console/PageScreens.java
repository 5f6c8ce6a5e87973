package dev.insyn.page.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.PublishedMark;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// What the screens about pages share: texts, times, and the head of a page's screens with what can be done with it.
@Component
class PageScreens {

	static final String ADDRESS = "/admin/pages";

	private final TextBook book = TextBook.console("/dev/insyn/page/console/");

	private final List<EditorTab> tabs;

	private final Tenants tenants;

	private final Clock clock;

	PageScreens(List<EditorTab> tabs, Tenants tenants, Clock clock) {
		this.tabs = tabs;
		this.tenants = tenants;
		this.clock = clock;
	}

	static String address(String number) {
		return ADDRESS + "/" + number;
	}

	Texts texts(ConsoleUser user) {
		return this.book.in(user.language());
	}

	Times times(ConsoleUser user) {
		return new Times(texts(user), this.tenants.get(new TenantId(user.tenant())).timeZone(), this.clock);
	}

	/// The head of one of the page's screens, with the dialogs that its actions open.
	Head head(ConsoleUser user, Stored<LandingPage> page, String current) {
		Texts texts = texts(user);
		LandingPage state = page.state();
		ConsoleFrame frame = ConsoleFrame.of(texts, page.id() + " " + state.card().title(), Section.LANDING_PAGES, user)
			.state(badge(texts, state));
		if (!state.card().description().isBlank()) {
			frame = frame.lead(state.card().description());
		}
		for (EditorTab tab : this.tabs) {
			String address = address(page.id()) + (tab == this.tabs.getFirst() ? "" : "/" + tab.key());
			frame = frame.tab(texts.get("page.tab." + tab.key()), address, tab.key().equals(current));
		}
		frame = frame.tab(texts.get("page.tab.versions"), address(page.id()) + "/versions", "versions".equals(current));
		frame = onwards(frame, texts, user, page);
		return user.may(RequiredLevel.CONFIGURES) ? acting(frame, texts, page) : new Head(frame, List.of());
	}

	/// A page that contacts see is sent to them next, one by one or all at once.
	private static ConsoleFrame onwards(ConsoleFrame frame, Texts texts, ConsoleUser user, Stored<LandingPage> page) {
		Action links = Action.link(texts.get("page.links"), "/admin/links?page=" + page.id());
		if (page.state().state() != PageState.PUBLISHED) {
			return frame.more(links);
		}
		ConsoleFrame sendable = frame.action(links);
		return (page.state().isUpToDate() && user.may(RequiredLevel.SENDS))
				? sendable.action(Action.link(texts.get("page.send"), "/admin/mailings/new").primary()) : sendable;
	}

	private static Head acting(ConsoleFrame frame, Texts texts, Stored<LandingPage> page) {
		LandingPage state = page.state();
		String address = address(page.id());
		String revision = String.valueOf(state.revision());
		List<Dialog> dialogs = new ArrayList<>();
		ConsoleFrame acting = frame.more(Action.post(texts.get("page.act.duplicate"), address + "/duplicate"))
			.more(Action.link(texts.get("page.act.export"), address + "/export"));
		if (state.state() == PageState.ARCHIVED) {
			acting = acting.action(
					Action.post(texts.get("page.act.unarchive"), address + "/unarchive").with("revision", revision));
			return new Head(acting, dialogs);
		}
		acting = acting.more(Action.link(texts.get("page.act.import"), address + "/import"));
		if (state.published() != null && !state.isUpToDate()) {
			acting = ask(acting, texts, page, "discard", dialogs);
		}
		acting = ask(acting, texts, page, state.isDeletable() ? "delete" : "archive", dialogs);
		return new Head(
				state.isUpToDate() ? acting
						: acting.action(Action.link(texts.get("page.act.publish"), address + "/publish").primary()),
				dialogs);
	}

	private static ConsoleFrame ask(ConsoleFrame frame, Texts texts, Stored<LandingPage> page, String act,
			List<Dialog> dialogs) {
		dialogs.add(question(texts, page, act));
		return frame.more(Action.ask(texts.get("page.act." + act), act, address(page.id()) + "/" + act).danger());
	}

	/// What will happen, before it does.
	static Dialog question(Texts texts, Stored<LandingPage> page, String act) {
		String name = page.id() + " " + page.state().card().title();
		return Dialog.of(act, texts.get("page.ask." + act, name),
				Action.post(texts.get("page.ask." + act + ".does", page.id()), address(page.id()) + "/" + act)
					.with("revision", String.valueOf(page.state().revision()))
					.danger(),
				address(page.id()), texts.get("page.ask." + act + ".text"));
	}

	static Badge badge(Texts texts, LandingPage page) {
		return switch (page.state()) {
			case DRAFT -> Badge.neutral(texts.get("page.state.DRAFT"));
			case ARCHIVED -> Badge.neutral(texts.get("page.state.ARCHIVED"));
			case PUBLISHED -> page.isUpToDate() ? Badge.good(texts.get("page.state.PUBLISHED"))
					: Badge.warning(texts.get("page.state.changed"));
		};
	}

	/// Who did something, as far as it is known.
	static String who(Texts texts, String actor, Users.Known users) {
		String name = users.name(actor);
		if (name != null) {
			return name;
		}
		return actor.startsWith("client:") ? texts.get("page.who.client", actor.substring(7))
				: texts.get(!actor.startsWith("user:") ? "page.who.system"
						: users.complete() ? "page.who.user" : "page.who.someone");
	}

	/// What was published last, in words.
	static @Nullable Integer version(LandingPage page) {
		PublishedMark mark = page.published();
		return (mark != null) ? mark.version() : null;
	}

	/// A screen with the dialogs of its head.
	Content screen(Head head, @Nullable String done, Content... content) {
		List<Content> all = new ArrayList<>(List.of(content));
		head.dialogs().forEach((dialog) -> all.add(Console.dialog(head.frame().texts(), dialog)));
		return Console.page(head.frame().done(done), all.toArray(Content[]::new));
	}

	EditorTab tab(String key) {
		return Moves.find(this.tabs, (tab) -> tab.key().equals(key))
			.orElse(Objects.requireNonNull(this.tabs.getFirst()));
	}

	/// The head of a screen and the questions that it may ask.
	record Head(ConsoleFrame frame, List<Dialog> dialogs) {

	}

}
