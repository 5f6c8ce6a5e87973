package dev.insyn.contact.mailing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Says of contacts whether they may be mailed now and, of those that may, what the mail is to say. Of the others nothing
/// leaves but why not.
@Component
class MailableContacts {

	private static final String LANGUAGE = "language";

	private final Contacts contacts;

	private final FieldCatalogues catalogues;

	private final Tenants tenants;

	MailableContacts(Contacts contacts, FieldCatalogues catalogues, Tenants tenants) {
		this.contacts = contacts;
		this.catalogues = catalogues;
		this.tenants = tenants;
	}

	/// @param asked ids, which may be anything
	/// @param fields whose values the mail shows, as text in the contact's language; what
	/// has no value is left out
	/// @return one for each of those asked for, in their order
	List<Mailable> of(TenantId tenant, List<String> asked, Collection<String> fields, MailKind kind) {
		Map<String, Contact> known = new HashMap<>();
		this.contacts.all(tenant, asked.stream().flatMap((id) -> ContactId.parse(id).stream()).distinct().toList())
			.forEach((contact) -> known.put(contact.id().value(), contact));
		Tenant whose = this.tenants.get(tenant);
		FieldCatalogue catalogue = this.catalogues.of(tenant);
		return asked.stream().distinct().map((id) -> {
			Contact contact = known.get(id);
			Refusal refusal = Refusal.of(contact, kind);
			return (contact == null || refusal != null) ? Mailable.refused(id, refusal)
					: mailable(contact, fields, catalogue, whose);
		}).toList();
	}

	private static Mailable mailable(Contact contact, Collection<String> fields, FieldCatalogue catalogue,
			Tenant tenant) {
		String language = (contact.value(LANGUAGE) instanceof String own && !own.isBlank()) ? own
				: tenant.languages().getFirst();
		Locale locale = Locale.of(language, tenant.country());
		Map<String, String> values = new LinkedHashMap<>();
		for (String field : fields) {
			Object value = contact.value(field);
			if (value != null) {
				catalogue.find(field)
					.ifPresent((definition) -> values.put(field, FieldFormatter.show(definition, value, locale)));
			}
		}
		return new Mailable(contact.id().value(), String.valueOf(contact.value(Contact.EMAIL)), contact.displayName(),
				language, values, contact.organisationName(), null);
	}

	/// A contact as a mailing sees it.
	///
	/// @param email null where it is refused
	/// @param name what people call it; its address where it has no name
	/// @param language of the contact's own choice, else the tenant's first
	/// @param values what the asked fields hold, by field, as people read it
	/// @param organisation what people call the organisation that it belongs to
	/// @param refused null where it may be mailed
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Mailable(String id, @Nullable String email, @Nullable String name, @Nullable String language,
			@Nullable Map<String, String> values, @Nullable String organisation, @Nullable Refusal refused) {

		static Mailable refused(String id, @Nullable Refusal why) {
			return new Mailable(id, null, null, null, null, null, (why != null) ? why : Refusal.GONE);
		}

		/// Without the data, so that no log or exception can name it.
		@Override
		public String toString() {
			return "Mailable[" + this.id + ", " + this.refused + "]";
		}

	}

}
