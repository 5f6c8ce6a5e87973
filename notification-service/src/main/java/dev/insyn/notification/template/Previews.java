package dev.insyn.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.notification.MailContent;
import dev.insyn.notification.TenantLook;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A template's mail as one contact, or an invented one, would get it. Its links lead nobody into anybody's data: they show the
/// page's preview.
@Component
class Previews {

	private final WritingMail writing;

	private final ContactsToMail contacts;

	private final Samples samples;

	private final TenantLook look;

	private final String publicUrl;

	Previews(WritingMail writing, ContactsToMail contacts, Samples samples, TenantLook look,
			@Value("${insyn.public-url:http://localhost:8080}") String publicUrl) {
		this.writing = writing;
		this.contacts = contacts;
		this.samples = samples;
		this.look = look;
		this.publicUrl = publicUrl;
	}

	/// @param contact null for an invented one
	/// @param language null for the contact's own
	/// @return what the mail says, or why the contact would get none
	Shown show(Tenant tenant, CompiledTemplate template, @Nullable String contact, @Nullable String language,
			Map<String, String> sender) {
		if (template.template().words().isEmpty()) {
			return Shown.none("no-words");
		}
		Optional<ContactsToMail.Contact> chosen = (contact != null) ? ask(tenant, template, contact) : Optional.empty();
		if (contact != null && chosen.isEmpty()) {
			return Shown.none("gone");
		}
		if (chosen.isPresent() && chosen.get().refused() != null) {
			return Shown.none(String.valueOf(chosen.get().refused()));
		}
		String own = chosen.map(ContactsToMail.Contact::language).orElse("");
		String written = template.template()
			.languageFor((language != null) ? language : Objects.requireNonNullElse(own, ""), tenant.languages());
		MergeValues values = new MergeValues(
				chosen.map((one) -> Objects.requireNonNullElse(one.values(), Map.<String, String>of()))
					.orElseGet(() -> this.samples.values(tenant.id(), written)),
				chosen.isPresent() ? chosen.get().organisation() : "Kundföretaget AB", sender, links(template));
		TenantLook.Colours colours = this.look.of(tenant.id(), template.pages().stream().findFirst().orElse("-"));
		String stop = (template.template().kind() == MailTemplate.Kind.MARKETING) ? this.publicUrl + "/unsubscribe/…"
				: null;
		return new Shown(this.writing.write(tenant, template, written, values, colours, stop),
				template.lacking(written, values), null);
	}

	private Optional<ContactsToMail.Contact> ask(Tenant tenant, CompiledTemplate template, String contact) {
		return this.contacts.ask(tenant.id(), List.of(contact), template.contactFields(), template.template().kind())
			.stream()
			.findFirst();
	}

	private Map<String, String> links(CompiledTemplate template) {
		Map<String, String> links = new HashMap<>();
		template.pages().forEach((page) -> links.put(page, this.publicUrl + "/admin/pages/" + page + "/preview"));
		return links;
	}

	/// What merge fields say of the user who looks.
	static Map<String, String> sender(UserCaller caller, String email) {
		return Map.of("name", caller.name(), "email", email);
	}

	/// @param lacking fields that have no value and say nothing without one
	/// @param none why there is no mail
	record Shown(@Nullable MailContent mail, List<String> lacking, @Nullable String none) {

		static Shown none(String why) {
			return new Shown(null, List.of(), why);
		}

		@Override
		public String toString() {
			return "Shown[" + this.none + "]";
		}

	}

}
