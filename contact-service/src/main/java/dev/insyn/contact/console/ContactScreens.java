package dev.insyn.contact.console;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.NoSuchContact;
import dev.insyn.contact.ViewingContacts;
import dev.insyn.contact.bounce.Undeliverables;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.search.Paging;
import dev.insyn.pagekit.console.Sort;
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

/// Contacts in the console: found by words that stand in no address, and opened only with a record of who did.
@Controller
@RequestMapping(path = ContactScreens.LIST, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class ContactScreens {

	static final String LIST = "/admin/contacts";

	private static final int PAGE = 50;

	private final FindingContacts finding;

	private final Contacts contacts;

	private final ViewingContacts viewing;

	private final FieldCatalogues catalogues;

	private final Undeliverables undeliverables;

	private final Screens screens;

	ContactScreens(FindingContacts finding, Contacts contacts, ViewingContacts viewing, FieldCatalogues catalogues,
			Undeliverables undeliverables, Screens screens) {
		this.finding = finding;
		this.contacts = contacts;
		this.viewing = viewing;
		this.catalogues = catalogues;
		this.undeliverables = undeliverables;
		this.screens = screens;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller user, TableQuery query) {
		return Screen.shown(found(user, query));
	}

	/// The same for who searches.
	@PostMapping
	ResponseEntity<Content> search(UserCaller user, TableQuery query) {
		return Screen.shown(found(user, query));
	}

	@GetMapping("/{id}")
	ResponseEntity<Content> one(UserCaller user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String done) {
		Contact contact = this.contacts.get(user.tenant(), ContactId.parse(id).orElseThrow(NoSuchContact::new))
			.contact();
		this.viewing.viewed(contact.id(), user);
		return Screen.shown(new ContactScreen(this.screens.of(user), this.catalogues.of(user.tenant())).draw(contact,
				this.undeliverables.of(user.tenant(), contact).orElse(null), done));
	}

	private Content found(UserCaller user, TableQuery query) {
		Sort sort = query.sort(ContactTable.LATEST_FIRST);
		FindingContacts.Page page = this.finding.find(user.tenant(), query.search(),
				new Paging(query.after().orElse(null), !sort.descending(), PAGE));
		return new ContactTable(this.screens.of(user)).draw(page, query, sort);
	}

}
