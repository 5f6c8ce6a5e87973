package dev.insyn.contact.catalogue;

import java.util.List;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.platform.security.Caller;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The field catalogue, for anyone of the tenant: it says what is stored and why, and nothing about anybody.
@RestController
class CatalogueController {

	private final FieldCatalogues catalogues;

	CatalogueController(FieldCatalogues catalogues) {
		this.catalogues = catalogues;
	}

	@GetMapping("/api/field-catalogue")
	List<FieldDefinition> catalogue(Caller caller) {
		return this.catalogues.of(caller.tenant()).fields();
	}

}
