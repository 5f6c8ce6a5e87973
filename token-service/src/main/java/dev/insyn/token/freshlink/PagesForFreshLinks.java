package dev.insyn.token.freshlink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.link.IssuingLinks;
import dev.insyn.token.link.Link;
import dev.insyn.token.link.Links;
import dev.insyn.token.link.Pages;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Which pages somebody should get a fresh link to: the one that the old link was for, if that link is known and its
/// contact has the address; else those that the contact has had links to; else those of the portal.
@Component
class PagesForFreshLinks {

	private static final int MOST_PAGES = 5;

	/// Of those who share an address.
	private static final int MOST_CONTACTS = 5;

	private static final int MOST_LINKS = 200;

	private final Links links;

	private final Pages pages;

	private final IssuingLinks issuing;

	PagesForFreshLinks(Links links, Pages pages, IssuingLinks issuing) {
		this.links = links;
		this.pages = pages;
		this.issuing = issuing;
	}

	/// By contact; without those for whom there is none.
	/// @param contacts whose address it is
	/// @param link the old one's id
	Map<String, List<String>> of(TenantId tenant, List<String> contacts, @Nullable String link) {
		Optional<Link> old = Optional.ofNullable(link)
			.flatMap((id) -> this.links.find(tenant, id))
			.map(Stored::state)
			.filter((known) -> contacts.contains(known.contact()) && this.issuing.isOpen(tenant, known.page()));
		if (old.isPresent()) {
			return Map.of(old.get().contact(), List.of(old.get().page()));
		}
		List<String> ofAll = this.pages.inPortal(tenant);
		Map<String, List<String>> found = new LinkedHashMap<>();
		contacts.stream().limit(MOST_CONTACTS).forEach((contact) -> {
			List<String> had = open(tenant, hadBefore(tenant, contact));
			List<String> chosen = had.isEmpty() ? open(tenant, ofAll) : had;
			if (!chosen.isEmpty()) {
				found.put(contact, chosen);
			}
		});
		return found;
	}

	/// The latest first.
	private List<String> hadBefore(TenantId tenant, String contact) {
		return this.links.ofContact(tenant, contact, MOST_LINKS)
			.stream()
			.map((link) -> link.state().page())
			.distinct()
			.toList();
	}

	private List<String> open(TenantId tenant, List<String> pages) {
		return pages.stream().filter((page) -> this.issuing.isOpen(tenant, page)).limit(MOST_PAGES).toList();
	}

}
