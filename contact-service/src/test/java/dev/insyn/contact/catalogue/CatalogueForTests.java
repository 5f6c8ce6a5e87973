package dev.insyn.contact.catalogue;

import java.time.LocalDate;
import java.util.Set;

/// A catalogue for the tests of other packages.
public final class CatalogueForTests {

	private CatalogueForTests() {
	}

	/// The standard fields, one that lacks what the GDPR asks for, one that is retired,
	/// one that is sensitive.
	public static Catalogue standardAndMore() {
		return FieldCatalogues.standard(CatalogueFixtures.JSON)
			.catalogue()
			.with(CatalogueFixtures.colour("red", "green").field())
			.with(CatalogueFixtures.with(CatalogueFixtures.shoeSize(), (field) -> field.put("state", "retired"))
				.field())
			.with(CatalogueFixtures.draft("""
					{"key":"identity-number","type":"TEXT","labels":{"sv":"Personnummer","en":"Identity number"},
					 "purpose":{"sv":"Att kunna skicka garantibevis som bara du kan lösa in"},"legalBasis":"contract",
					 "sensitivity":"sensitive","rules":{"maxLength":13},"retention":"P1Y6M"}""").field())
			.usedFor(Set.of("first-name", "last-name", "email", "phone"));
	}

	public static FieldCatalogue asOf(Catalogue catalogue, LocalDate day) {
		return FieldCatalogue.of(catalogue, day, "SE");
	}

	/// @throws InvalidField if it can't be a field
	public static void check(FieldDraft draft) {
		draft.field();
	}

	public static Catalogue with(Catalogue catalogue, String draft) {
		return catalogue.with(CatalogueFixtures.draft(draft).field());
	}

}
