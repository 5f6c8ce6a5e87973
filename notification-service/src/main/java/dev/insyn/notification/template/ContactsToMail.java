package dev.insyn.notification.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.notification.NotDelivered;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Asks contact-service, when their mails are written, which contacts may be mailed, where, and what of theirs the mail
/// says. Nothing of it is kept.
@Component
public class ContactsToMail {

	/// At most so many in one question.
	public static final int AT_ONCE = 200;

	private final ServiceClients clients;

	ContactsToMail(ServiceClients clients) {
		this.clients = clients;
	}

	/// @param contacts at most [#AT_ONCE]
	/// @param fields whose values are wanted
	/// @throws NotDelivered for now, if contact-service does not answer as it should
	public List<Contact> ask(TenantId tenant, Collection<String> contacts, Collection<String> fields,
			MailTemplate.Kind kind) {
		try {
			Answer answer = this.clients.asService("contact", tenant)
				.build()
				.post()
				.uri("/api/contacts/mailable")
				.contentType(MediaType.APPLICATION_JSON)
				.body(new Question(List.copyOf(contacts), List.copyOf(fields), kind.code()))
				.retrieve()
				.body(Answer.class);
			return Objects.requireNonNull(answer).contacts();
		}
		catch (RestClientException | NullPointerException away) {
			throw NotDelivered.forNow("contact-service-away");
		}
	}

	/// @param email null where it is refused
	/// @param name what people call it
	/// @param values by the field's key
	/// @param refused why it gets none: `gone`, `no-address`, `objected`, `restricted`;
	/// null where it may
	public record Contact(String id, @Nullable String email, @Nullable String name, @Nullable String language,
			@Nullable Map<String, String> values, @Nullable String organisation, @Nullable String refused) {

		public String address() {
			return Objects.requireNonNullElse(this.email, "");
		}

		/// Without the data, so that no log can hold it.
		@Override
		public String toString() {
			return "Contact[" + this.id + "]";
		}

	}

	private record Question(List<String> contacts, List<String> fields, String kind) {
	}

	private record Answer(List<Contact> contacts) {
	}

}
