package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.insyn.notification.Letter;
import dev.insyn.notification.bounce.BounceAddresses;
import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.MergeValues;
import dev.insyn.notification.template.WritingMail;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Writes the mails of some contacts when it is their turn: asks who may be mailed at all, has links issued for those, and
/// fills in their words. All of it for many at once, and nothing of it is kept.
@Component
class PreparingMails {

	private final ContactsToMail contacts;

	private final PageLinks links;

	private final Objections objections;

	private final WritingMail writing;

	private final BounceAddresses bounces;

	PreparingMails(ContactsToMail contacts, PageLinks links, Objections objections, WritingMail writing,
			BounceAddresses bounces) {
		this.contacts = contacts;
		this.links = links;
		this.objections = objections;
		this.writing = writing;
		this.bounces = bounces;
	}

	/// @param ids at most [ContactsToMail#AT_ONCE]
	/// @return one for each
	/// @throws dev.insyn.notification.NotDelivered if they can't be had now, or not at
	/// all
	List<Prepared> prepare(Consignment mailing, Collection<String> ids) {
		List<Prepared> all = new ArrayList<>();
		Map<String, ContactsToMail.Contact> mailable = new LinkedHashMap<>();
		Set<String> objected = isMarketing(mailing) ? this.objections.waiting(mailing.tenant().id(), ids) : Set.of();
		for (ContactsToMail.Contact contact : ask(mailing, ids)) {
			Prepared leftOut = objected.contains(contact.id()) ? Prepared.leftOut(contact.id(), "objected", null)
					: leftOut(mailing, contact);
			if (leftOut != null) {
				all.add(leftOut);
			}
			else {
				mailable.put(contact.id(), contact);
			}
		}
		Map<String, Map<String, String>> addresses = links(mailing, List.copyOf(mailable.keySet()));
		mailable.values()
			.forEach((contact) -> all.add(write(mailing, contact, addresses.getOrDefault(contact.id(), Map.of()))));
		return all;
	}

	private List<ContactsToMail.Contact> ask(Consignment mailing, Collection<String> ids) {
		return this.contacts.ask(mailing.tenant().id(), ids, mailing.template().contactFields(),
				mailing.template().template().kind());
	}

	/// @return null if it gets a mail
	static @Nullable Prepared leftOut(Consignment mailing, ContactsToMail.Contact contact) {
		if (contact.refused() != null) {
			return Prepared.leftOut(contact.id(), contact.refused(), null);
		}
		List<String> lacking = mailing.template()
			.lacking(language(mailing, contact), values(mailing, contact, Map.of()));
		return lacking.isEmpty() ? null : Prepared.leftOut(contact.id(), Prepared.NO_VALUE, String.join(", ", lacking));
	}

	private Map<String, Map<String, String>> links(Consignment mailing, List<String> ids) {
		Map<String, Map<String, String>> byContact = new HashMap<>();
		if (!ids.isEmpty()) {
			for (String page : mailing.template().pages()) {
				this.links.issue(mailing.tenant().id(), page, ids, mailing.mailing())
					.forEach((contact, address) -> byContact.computeIfAbsent(contact, (one) -> new HashMap<>())
						.put(page, address));
			}
		}
		return byContact;
	}

	private Prepared write(Consignment mailing, ContactsToMail.Contact contact, Map<String, String> addresses) {
		String stop = isMarketing(mailing)
				? this.objections.address(mailing.tenant().id(), mailing.mailing(), contact.id()) : null;
		Map<String, String> headers = (stop != null)
				? Map.of("List-Unsubscribe", "<" + stop + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
				: Map.of();
		return new Prepared(contact.id(),
				new Letter(mailing.tenant(), contact.address(),
						this.writing.write(mailing.tenant(), mailing.template(), language(mailing, contact),
								values(mailing, contact, addresses), mailing.colours(), stop),
						headers,
						this.bounces.of(mailing.tenant().id(), HandingOver.messageId(mailing.mailing(), contact.id()))),
				null, null);
	}

	private static boolean isMarketing(Consignment mailing) {
		return mailing.template().template().kind() == MailTemplate.Kind.MARKETING;
	}

	static String language(Consignment mailing, ContactsToMail.Contact contact) {
		return mailing.template()
			.template()
			.languageFor(Objects.requireNonNullElse(contact.language(), ""), mailing.tenant().languages());
	}

	private static MergeValues values(Consignment mailing, ContactsToMail.Contact contact,
			Map<String, String> addresses) {
		return new MergeValues(Objects.requireNonNullElse(contact.values(), Map.of()), contact.organisation(),
				mailing.sender(), addresses);
	}

}
