package dev.insyn.contact;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.contact.search.Paging;
import dev.insyn.contact.search.Place;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Lists contacts and finds them by words, page by page; each page costs what a page costs, however many there are before
/// it.
@Component
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
		Criteria beyond = paging.oldestFirst()
				? Criteria.where(PLACE).gt(Objects.requireNonNullElse(paging.after(), Place.FIRST))
				: Criteria.where(PLACE).lt(Objects.requireNonNullElse(paging.after(), Place.LAST));
		Criteria criteria = codes.isEmpty() ? beyond : beyond.and("terms").all(codes);
		Sort sort = Sort.by(paging.oldestFirst() ? Sort.Direction.ASC : Sort.Direction.DESC, PLACE);
		List<Stored<StoredContact>> found = this.contacts.stored(tenant, criteria, sort, paging.limit() + 1);
		boolean more = found.size() > paging.limit();
		List<Stored<StoredContact>> shown = more ? found.subList(0, paging.limit()) : found;
		return new Page(listed(tenant, shown), more ? shown.getLast().state().place() : null);
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
	public record Page(List<Listed> contacts, @Nullable String next) {
	}

	/// A contact in a list.
	///
	/// @param changedAt when anything about it was last written
	public record Listed(Contact contact, Instant changedAt) {
	}

}
