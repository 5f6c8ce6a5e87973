package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.contact.Contact;
import dev.insyn.contact.Standing;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What a contact's rights forbid at present, and the acts that change it, each of which asks first.
final class RightsCard {

	private final Screen screen;

	private final Contact contact;

	RightsCard(Screen screen, Contact contact) {
		this.screen = screen;
		this.contact = contact;
	}

	/// The state beside the contact's name, and the acts in the menu.
	ConsoleFrame onto(ConsoleFrame frame) {
		ConsoleFrame with = frame;
		Standing standing = this.contact.standing();
		if (standing.restricted()) {
			with = with.state(Badge.warning(say("contact.rights.restricted")));
		}
		for (StandingAct act : acts()) {
			with = with.more(Action.ask(say("contact." + act.code() + ".ask"), act.code(), address(act)));
		}
		if (this.screen.user().may(RequiredLevel.SENDS) && !standing.restricted()) {
			with = with
				.action(Action.link(say("contact.mail"), "/admin/mailings/new?contact=" + this.contact.id().value()));
		}
		return with;
	}

	/// Above everything, where the data may only be kept.
	Content warning() {
		return this.contact.standing().restricted()
				? Kit.notice(this.screen.texts(),
						Notice.of(Notice.Kind.WARNING, say("contact.restricted"), say("contact.restricted.text")))
				: Console.nothing();
	}

	Content draw() {
		Standing standing = this.contact.standing();
		return Console.card(say("contact.rights"),
				Console.facts(List.of(
						Fact.of(say("contact.rights.marketing"),
								state(standing.objection(), say("contact.rights.objected"))),
						Fact.of(say("contact.rights.processing"),
								state(standing.restriction(), say("contact.rights.restricted"))))));
	}

	Content dialogs() {
		List<Content> dialogs = new ArrayList<>();
		acts().forEach((act) -> dialogs.add(Console.dialog(this.screen.texts(), dialog(act))));
		return Console.all(dialogs.toArray(Content[]::new));
	}

	/// The question as a page, for who has no script.
	Content ask(StandingAct act) {
		Dialog dialog = dialog(act);
		String name = this.contact.displayName();
		return Console.page(
				this.screen.frame(dialog.heading(), Section.CONTACTS)
					.under(name.isEmpty() ? say("contacts.nameless") : name, address()),
				Console.confirmation(this.screen.texts(), dialog));
	}

	private List<StandingAct> acts() {
		return StandingAct.on(this.contact.standing())
			.stream()
			.filter((act) -> this.screen.user().may(act.level()))
			.toList();
	}

	private Dialog dialog(StandingAct act) {
		String key = "contact." + act.code();
		Action does = Action.post(say(key + ".do"), address(act));
		return Dialog.of(act.code(), say(key + ".heading"), act.forbids() ? does.danger() : does.primary(), address(),
				say(key + ".text"));
	}

	private Content state(Standing.@Nullable Mark mark, String forbidden) {
		if (mark == null) {
			return Cell.state(Badge.good(say("contact.rights.may")));
		}
		String via = this.screen.texts()
			.find("contact.rights.via." + mark.via())
			.orElseGet(() -> say("contact.rights.via.other", mark.via()));
		return Console.all(Cell.below(Cell.state(Badge.warning(forbidden)), via), this.screen.times().ago(mark.at()));
	}

	private String address() {
		return ContactScreens.LIST + "/" + this.contact.id();
	}

	private String address(StandingAct act) {
		return address() + "/" + act.code();
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
