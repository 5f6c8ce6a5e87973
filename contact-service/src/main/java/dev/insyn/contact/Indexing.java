package dev.insyn.contact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.contact.search.BlindIndex;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// What contacts are found by. The codes rest in the contact's own document and are written with it in one go: whatever
/// dies, they say what the contact says.
@Component
class Indexing {

	private static final Set<FieldType> WORDS = Set.of(FieldType.TEXT, FieldType.EMAIL);

	private static final Set<FieldType> PHONES = Set.of(FieldType.PHONE);

	private final TenantKeys keys;

	private final FieldCatalogues catalogues;

	Indexing(TenantKeys keys, FieldCatalogues catalogues) {
		this.keys = keys;
		this.catalogues = catalogues;
	}

	/// The codes of what the contact holds, and of its organisation.
	List<String> codes(TenantId tenant, Contact contact) {
		FieldCatalogue catalogue = this.catalogues.of(tenant);
		List<String> texts = Stream
			.concat(texts(contact, catalogue, WORDS),
					Stream.ofNullable(contact.organisation()).flatMap((organisation) -> organisation.known().stream()))
			.toList();
		BlindIndex index = index(tenant);
		List<String> words = index.codes(texts, texts(contact, catalogue, PHONES).toList());
		return (contact.value(Contact.EMAIL) instanceof String email)
				? Stream.concat(words.stream(), Stream.of(index.address(email))).toList() : words;
	}

	/// The code that a contact has whose address on file is this.
	String address(TenantId tenant, String email) {
		return index(tenant).address(email);
	}

	/// The codes that a contact must all have to be found by the words.
	List<String> query(TenantId tenant, String words) {
		return index(tenant).query(words);
	}

	/// The codes of words that a contact contains as they are.
	List<String> codesOf(TenantId tenant, Collection<String> words) {
		return words.isEmpty() ? List.of() : index(tenant).codesOf(words);
	}

	private static Stream<String> texts(Contact contact, FieldCatalogue catalogue, Collection<FieldType> types) {
		return contact.values()
			.entrySet()
			.stream()
			.filter((held) -> catalogue.isOfType(held.getKey(), types))
			.map((held) -> held.getValue())
			.filter(String.class::isInstance)
			.map(String.class::cast);
	}

	private BlindIndex index(TenantId tenant) {
		return new BlindIndex(this.keys.of(tenant));
	}

}
