package dev.insyn.contact.console;

import dev.insyn.contact.ChangingStanding;
import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.NoSuchContact;
import dev.insyn.contact.ViewingContacts;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A user writes down that a contact objects to marketing, or that its data may only be kept; or that it is so no longer.
@Controller
@RequestMapping(path = ContactScreens.LIST + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
class RightsScreens {

	private static final String OBJECTION = "/{act:object|lift-objection}";

	private static final String RESTRICTION = "/{act:restrict|lift-restriction}";

	private final Contacts contacts;

	private final ChangingStanding changing;

	private final ViewingContacts viewing;

	private final Screens screens;

	RightsScreens(Contacts contacts, ChangingStanding changing, ViewingContacts viewing, Screens screens) {
		this.contacts = contacts;
		this.changing = changing;
		this.viewing = viewing;
		this.screens = screens;
	}

	@GetMapping(OBJECTION)
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> askAboutObjection(UserCaller user, @PathVariable String id, @PathVariable String act) {
		return ask(user, id, act);
	}

	@GetMapping(RESTRICTION)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> askAboutRestriction(UserCaller user, @PathVariable String id, @PathVariable String act) {
		return ask(user, id, act);
	}

	@PostMapping(OBJECTION)
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> object(UserCaller user, @PathVariable String id, @PathVariable String act) {
		return change(user, id, act);
	}

	@PostMapping(RESTRICTION)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> restrict(UserCaller user, @PathVariable String id, @PathVariable String act) {
		return change(user, id, act);
	}

	private ResponseEntity<Content> ask(UserCaller user, String id, String act) {
		Contact contact = this.contacts.get(user.tenant(), contact(id)).contact();
		this.viewing.viewed(contact.id(), user);
		return Screen.shown(new RightsCard(this.screens.of(user), contact).ask(StandingAct.of(act)));
	}

	private ResponseEntity<Content> change(UserCaller user, String id, String act) {
		TenantId tenant = user.tenant();
		ContactId contact = contact(id);
		Actor by = user.actor();
		switch (StandingAct.of(act)) {
			case OBJECT -> this.changing.object(tenant, contact, ChangingStanding.CONSOLE, null, by);
			case LIFT_OBJECTION -> this.changing.liftObjection(tenant, contact, by);
			case RESTRICT -> this.changing.restrict(tenant, contact, ChangingStanding.CONSOLE, by);
			case LIFT_RESTRICTION -> this.changing.liftRestriction(tenant, contact, by);
		}
		return Screen.on(ContactScreens.LIST + "/" + contact, "contact-" + act);
	}

	private static ContactId contact(String id) {
		return ContactId.parse(id).orElseThrow(NoSuchContact::new);
	}

}
