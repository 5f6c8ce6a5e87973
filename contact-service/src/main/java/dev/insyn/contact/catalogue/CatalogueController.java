package dev.insyn.contact.catalogue;

import java.net.URI;
import java.util.List;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The field catalogue as JSON. Reading all of it is for anyone of the tenant: it says what is stored and why, and nothing
/// about anybody.
@RestController
class CatalogueController {

	private static final String ONE = "/api/field-catalogue/{key}";

	private static final String SCOPE = "catalogue.write";

	private final FieldCatalogues catalogues;

	private final EditingCatalogue editing;

	CatalogueController(FieldCatalogues catalogues, EditingCatalogue editing) {
		this.catalogues = catalogues;
		this.editing = editing;
	}

	/// As values are checked now: `today` is a date, and the tenant's country a phone's
	/// region.
	@GetMapping("/api/field-catalogue")
	List<FieldDefinition> catalogue(Caller caller) {
		return this.catalogues.of(caller.tenant()).fields();
	}

	/// As administrators edit it.
	@GetMapping(ONE)
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(SCOPE)
	ResponseEntity<FieldResource> one(@PathVariable String key, Caller caller) {
		Catalogue catalogue = this.catalogues.editable(caller.tenant());
		return answer(HttpStatus.OK, catalogue.get(key), catalogue.hasValues(key));
	}

	@PostMapping("/api/field-catalogue")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope(SCOPE)
	ResponseEntity<FieldResource> add(@RequestBody FieldDraft draft, Caller caller) {
		Catalogue.Entry added = this.editing.add(caller.tenant(), draft, caller.actor());
		return answer(HttpStatus.CREATED, added, false);
	}

	@PutMapping(ONE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope(SCOPE)
	ResponseEntity<FieldResource> change(@PathVariable String key, @RequestBody FieldDraft draft,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		EntityTag seen = EntityTag.required(ifMatch);
		if (draft.key() != null && !draft.key().equals(key)) {
			throw new InvalidField(List.of(new Objection("key", "immutable", java.util.Map.of())));
		}
		Catalogue.Entry changed = this.editing.change(caller.tenant(), draft.withKey(key), seen, caller.actor());
		return answer(HttpStatus.OK, changed, this.catalogues.editable(caller.tenant()).hasValues(key));
	}

	/// @throws Problem 409 where only retiring is possible
	@DeleteMapping(ONE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope(SCOPE)
	ResponseEntity<Void> delete(@PathVariable String key,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		this.editing.delete(caller.tenant(), key, EntityTag.required(ifMatch), caller.actor());
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<FieldResource> answer(HttpStatus status, Catalogue.Entry entry, boolean hasValues) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(EntityTag.of(entry).header());
		if (status == HttpStatus.CREATED) {
			answer.location(URI.create("/api/field-catalogue/" + entry.field().key()));
		}
		return answer.body(FieldResource.of(entry.field(), hasValues));
	}

}
