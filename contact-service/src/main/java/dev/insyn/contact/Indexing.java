package dev.insyn.contact;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.contact.search.BlindIndex;
import dev.insyn.contact.search.Directory;
import dev.insyn.contact.search.Paging;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// What contacts are found by. The codes rest in the contact's own document, written with it in one go, so they can't be
/// wrong; the [Directory] is a copy in memory for a database that can't look codes up.
@Component
class Indexing {

	private static final Set<FieldType> WORDS = Set.of(FieldType.TEXT, FieldType.EMAIL);

	private static final Set<FieldType> PHONES = Set.of(FieldType.PHONE);

	private final TenantKeys keys;

	private final FieldCatalogues catalogues;

	private final Optional<Directory> directory;

	Indexing(TenantKeys keys, FieldCatalogues catalogues, SearchSettings settings) {
		this.keys = keys;
		this.catalogues = catalogues;
		this.directory = settings.inMemory() ? Optional.of(new Directory()) : Optional.empty();
	}

	/// The codes of what the contact holds, and of its organisation.
	List<String> codes(TenantId tenant, Contact contact) {
		FieldCatalogue catalogue = this.catalogues.of(tenant);
		List<String> texts = Stream.concat(texts(contact, catalogue, WORDS), Stream.ofNullable(contact.organisation()))
			.toList();
		return index(tenant).codes(texts, texts(contact, catalogue, PHONES).toList());
	}

	/// The codes that a contact must all have to be found by the words.
	List<String> query(TenantId tenant, String words) {
		return index(tenant).query(words);
	}

	/// Empty where the database is to be asked.
	Optional<Directory.Found> find(TenantId tenant, List<String> codes, Paging paging) {
		return this.directory.flatMap((known) -> known.find(tenant, codes, paging));
	}

	/// A contact's document was written, here or elsewhere.
	void wrote(Stored<StoredContact> stored) {
		this.directory.ifPresent((known) -> {
			StoredContact contact = stored.state();
			if (contact.isDeleted()) {
				known.remove(stored.tenant(), stored.id(), stored.version());
			}
			else {
				known.put(stored.tenant(), stored.id(), stored.version(), contact.version(),
						contact.placeOf(stored.id()), contact.terms());
			}
		});
	}

	/// Everything that the tenant has was told to [#wrote].
	void complete(TenantId tenant) {
		this.directory.ifPresent((known) -> known.complete(tenant));
	}

	/// Whether nothing is to be learnt of a contact at a version of its data.
	boolean knows(TenantId tenant, ContactId id, long data) {
		return this.directory.filter((known) -> known.knows(tenant, id.value(), data)).isPresent();
	}

	boolean isInMemory() {
		return this.directory.isPresent();
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
