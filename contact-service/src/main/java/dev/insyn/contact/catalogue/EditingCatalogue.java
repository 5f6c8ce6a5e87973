package dev.insyn.contact.catalogue;

import java.time.Clock;
import java.util.List;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An administrator, or a program that may, edits the field catalogue; each change is told to whoever keeps a copy.
@Component
public class EditingCatalogue {

	private final FieldCatalogues catalogues;

	private final PublishedPages pages;

	private final Clock clock;

	EditingCatalogue(FieldCatalogues catalogues, PublishedPages pages, Clock clock) {
		this.catalogues = catalogues;
		this.pages = pages;
		this.clock = clock;
	}

	/// @throws InvalidField with everything that is wrong with it
	/// @throws Problem 409 if the key is taken or the catalogue full
	public Catalogue.Entry add(TenantId tenant, FieldDraft draft, Actor by) {
		CatalogueField field = draft.field();
		return this.catalogues
			.change(tenant,
					(catalogue) -> new FieldCatalogues.Edit(catalogue.with(field),
							told(tenant, field.key(), CatalogueMessaging.CREATED, List.of(), by)))
			.get(field.key());
	}

	/// @param seen the version that was edited
	/// @throws InvalidField with everything that is wrong with it
	/// @throws Problem 412 if somebody changed it meanwhile
	public Catalogue.Entry change(TenantId tenant, FieldDraft draft, EntityTag seen, Actor by) {
		CatalogueField field = draft.field();
		return this.catalogues.change(tenant, (catalogue) -> {
			Catalogue.Entry before = catalogue.get(field.key());
			seen.check(before);
			List<String> members = field.differencesTo(before.field());
			return members.isEmpty() ? new FieldCatalogues.Edit(catalogue, null) : new FieldCatalogues.Edit(
					catalogue.changedTo(field), told(tenant, field.key(), kind(before.field(), field), members, by));
		}).get(field.key());
	}

	/// @throws Problem 409 if a published page shows the field, a contact has had a value
	/// in it, or code relies on it
	public void delete(TenantId tenant, String key, EntityTag seen, Actor by) {
		seen.check(this.catalogues.editable(tenant).get(key));
		List<String> published = this.pages.withField(key);
		if (!published.isEmpty()) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:field-on-pages",
					"Published pages show this field: " + String.join(", ", published))
				.with("pages", published);
		}
		this.catalogues.change(tenant, (catalogue) -> {
			seen.check(catalogue.get(key));
			return new FieldCatalogues.Edit(catalogue.without(key),
					told(tenant, key, CatalogueMessaging.DELETED, List.of(), by));
		});
	}

	private OutgoingEvent told(TenantId tenant, String key, String kind, List<String> members, Actor by) {
		return CatalogueMessaging.changed(tenant, key, kind, members, by, this.clock.instant());
	}

	private static String kind(CatalogueField before, CatalogueField after) {
		if (before.retired() == after.retired()) {
			return CatalogueMessaging.UPDATED;
		}
		return after.retired() ? CatalogueMessaging.RETIRED : CatalogueMessaging.RESTORED;
	}

}
