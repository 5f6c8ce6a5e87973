package dev.insyn.token.link;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Links with how they stand now.
@Component
class ListingLinks {

	private final Links links;

	private final Pages pages;

	private final Clock clock;

	ListingLinks(Links links, Pages pages, Clock clock) {
		this.links = links;
		this.pages = pages;
		this.clock = clock;
	}

	/// Newest first.
	/// @param after as [Listed#next] said, null to begin
	Listed list(TenantId tenant, LinkFilter filter, @Nullable String after, int limit) {
		Links.Place place = (after != null) ? place(after) : null;
		List<Stored<Link>> found = this.links.list(tenant, filter, place, limit + 1);
		Map<String, Boolean> archived = new HashMap<>();
		List<Known> known = found.stream().limit(limit).map((link) -> known(link, archived)).toList();
		return new Listed(known, (found.size() > limit) ? next(known.getLast().link()) : null);
	}

	Optional<Known> find(TenantId tenant, String id) {
		return this.links.find(tenant, id).map((link) -> known(link, new HashMap<>()));
	}

	/// How many of them are not revoked.
	long countUnrevoked(TenantId tenant, LinkFilter filter) {
		return this.links.count(tenant, filter, true);
	}

	private Known known(Stored<Link> stored, Map<String, Boolean> archived) {
		Link link = stored.state();
		boolean gone = archived.computeIfAbsent(link.page(), (page) -> this.pages.isArchived(stored.tenant(), page));
		return new Known(stored.id(), link, link.state(this.clock.instant(), gone));
	}

	private static String next(Link last) {
		return last.issued().toEpochMilli() + "." + last.contact();
	}

	private static Links.@Nullable Place place(String after) {
		int dot = after.indexOf('.');
		try {
			return (dot < 0) ? null : new Links.Place(Instant.ofEpochMilli(Long.parseLong(after.substring(0, dot))),
					after.substring(dot + 1));
		}
		catch (NumberFormatException nonsense) {
			return null;
		}
	}

	/// @param next where the list goes on, null if that was all
	record Listed(List<Known> links, @Nullable String next) {
	}

	/// A link and how it stands.
	record Known(String id, Link link, LinkState state) {
	}

}
