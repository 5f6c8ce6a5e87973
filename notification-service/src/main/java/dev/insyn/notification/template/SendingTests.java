package dev.insyn.notification.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.insyn.notification.Letter;
import dev.insyn.notification.MailContent;
import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.Smtp;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Sends a template to the one who edits it, as an invented contact or a chosen one would get it, at once.
@Component
class SendingTests {

	private final Previews previews;

	private final Senders senders;

	private final Smtp smtp;

	SendingTests(Previews previews, Senders senders, Smtp smtp) {
		this.previews = previews;
		this.senders = senders;
		this.smtp = smtp;
	}

	/// What merge fields say of the user.
	Map<String, String> sender(UserCaller caller) {
		Map<String, String> sender = new HashMap<>(Map.of("name", caller.name()));
		sender.putAll(this.senders.fields(caller.tenant(), caller.actor().toString()));
		return sender;
	}

	/// @param contact as whom; null for an invented one
	/// @return the key of the text that says how it went
	String send(UserCaller caller, Tenant tenant, MailTemplate template, @Nullable String contact) {
		try {
			Optional<Senders.User> self = this.senders.find(caller.tenant(), caller.actor().toString());
			MailContent mail = this.previews
				.show(tenant, new CompiledTemplate(template), contact, (contact != null) ? null : caller.language(),
						sender(caller))
				.mail();
			String address = self.map(Senders.User::email).orElse(null);
			if (mail == null && contact != null) {
				return "template.test.none";
			}
			if (mail == null || address == null || address.isBlank()) {
				return "template.test.impossible";
			}
			this.smtp.deliver(UUID.randomUUID().toString(), new Letter(tenant, address, mail));
			return "template.tested";
		}
		catch (NotDelivered failure) {
			return "template.test.failed";
		}
	}

}
