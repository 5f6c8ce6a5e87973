package dev.insyn.contact.console;

import java.util.List;

import dev.insyn.contact.Contact;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Sort;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import gg.jte.Content;

/// Contacts in a list: enough to tell one from another, and the rest masked.
final class ContactTable {

	static final String LATEST_FIRST = "-changed";

	private final Screen screen;

	ContactTable(Screen screen) {
		this.screen = screen;
	}

	Content draw(FindingContacts.Page page, TableQuery query, Sort sort) {
		String title = say("console.section.contacts");
		List<Row> rows = page.contacts().stream().map(this::row).toList();
		Table table = Table.of("contacts", title, query)
			.confidential()
			.search(say("contacts.search"))
			.columns(Column.of(say("contacts.name")), Column.of(say("contacts.email")),
					Column.of(say("contacts.organisation")).minor(), Column.of(say("contacts.crm")).minor(),
					Column.of(say("contacts.changed")).sorted("changed"))
			.sorted(sort)
			.rows(rows)
			.paging(Paging.more(page.next()))
			.empty(Empty.of(say("contacts.empty")));
		return Console.page(this.screen.frame(title, Section.CONTACTS).lead(say("contacts.lead")),
				Console.table(this.screen.texts(), table));
	}

	private Row row(FindingContacts.Listed listed) {
		Contact contact = listed.contact();
		Texts texts = this.screen.texts();
		Content email = (contact.value(Contact.EMAIL) instanceof String address) ? Cell.masked(texts, address)
				: Cell.none(texts);
		String name = contact.displayName();
		boolean named = !name.isEmpty() && !name.equals(contact.value(Contact.EMAIL));
		return Row.to(ContactScreens.LIST + "/" + contact.id(), Cell.text(named ? name : say("contacts.nameless")),
				email, Cell.textOrNone(texts, contact.organisationShown()),
				Cell.text(contact.crm().crmId(), contact.crm().source()), this.screen.times().ago(listed.changedAt()));
	}

	private String say(String key) {
		return this.screen.say(key);
	}

}
