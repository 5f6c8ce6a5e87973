package dev.insyn.notification.mailing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Senders;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// What contacts and users are called, for screens; nothing is shown of those that can't be had.
@Component
class Names {

	private final ContactsToMail contacts;

	private final Senders senders;

	Names(ContactsToMail contacts, Senders senders) {
		this.contacts = contacts;
		this.senders = senders;
	}

	Map<String, String> of(TenantId tenant, List<String> ids, MailTemplate.Kind kind) {
		Map<String, String> names = new HashMap<>();
		try {
			if (!ids.isEmpty()) {
				this.contacts.ask(tenant, ids, List.of(), kind).forEach((one) -> {
					if (one.name() != null) {
						names.put(one.id(), one.name());
					}
				});
			}
		}
		catch (NotDelivered away) {
			names.clear();
		}
		return names;
	}

	String sender(UserCaller caller, String by) {
		if (by.equals(caller.actor().toString())) {
			return caller.name();
		}
		try {
			return this.senders.find(caller.tenant(), by).map(Senders.User::name).orElse(by);
		}
		catch (NotDelivered away) {
			return by;
		}
	}

}
