package dev.insyn.contact;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.insyn.contact.search.Directory;
import dev.insyn.contact.search.Paging;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Lists contacts and finds them by words, page by page.
@Component
@EnableConfigurationProperties(SearchSettings.class)
public class FindingContacts {

	private static final String PLACE = "place";

	private final Contacts contacts;

	private final Indexing indexing;

	FindingContacts(Contacts contacts, Indexing indexing) {
		this.contacts = contacts;
		this.indexing = indexing;
	}

	/// The contacts that match every word, or all if there is none.
	public Page find(TenantId tenant, String words, Paging paging) {
		List<String> codes = this.indexing.query(tenant, words);
		return this.indexing.find(tenant, codes, paging)
			.map((found) -> page(tenant, codes, found))
			.orElseGet(() -> fromDatabase(tenant, codes, paging));
	}

	private Page page(TenantId tenant, List<String> codes, Directory.Found found) {
		Map<String, Stored<StoredContact>> byId = new HashMap<>();
		this.contacts.stored(tenant, found.ids()).forEach((stored) -> byId.put(stored.id(), stored));
		Stream<Stored<StoredContact>> still = found.ids()
			.stream()
			.map(byId::get)
			.filter(Objects::nonNull)
			.filter((stored) -> stored.state().terms().containsAll(codes));
		return new Page(listed(tenant, still.toList()), found.next(), found.total());
	}

	private Page fromDatabase(TenantId tenant, List<String> codes, Paging paging) {
		Criteria criteria = Criteria.where(PLACE);
		String after = paging.after();
		criteria = (after == null) ? criteria.ne(null) : paging.oldestFirst() ? criteria.gt(after) : criteria.lt(after);
		if (!codes.isEmpty()) {
			criteria = criteria.and("terms").all(codes);
		}
		Sort sort = Sort.by(paging.oldestFirst() ? Sort.Direction.ASC : Sort.Direction.DESC, PLACE);
		List<Stored<StoredContact>> found = this.contacts.stored(tenant, criteria, sort, paging.limit() + 1);
		boolean more = found.size() > paging.limit();
		List<Stored<StoredContact>> shown = more ? found.subList(0, paging.limit()) : found;
		return new Page(listed(tenant, shown), more ? shown.getLast().state().place() : null, null);
	}

	private List<Listed> listed(TenantId tenant, List<Stored<StoredContact>> stored) {
		Map<String, Contact> open = new HashMap<>();
		this.contacts.open(tenant, stored).forEach((contact) -> open.put(contact.id().value(), contact));
		return stored.stream()
			.filter((one) -> open.containsKey(one.id()))
			.map((one) -> new Listed(Objects.requireNonNull(open.get(one.id())), one.state().writtenAt()))
			.toList();
	}

	/// A page of contacts.
	///
	/// @param next the place to go on from; null where nothing follows
	/// @param total how many there are on all pages, where that is known without counting
	public record Page(List<Listed> contacts, @Nullable String next, @Nullable Long total) {
	}

	/// A contact in a list.
	///
	/// @param changedAt when anything about it was last written
	public record Listed(Contact contact, Instant changedAt) {
	}

}
