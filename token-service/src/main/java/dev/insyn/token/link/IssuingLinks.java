package dev.insyn.token.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Contacts get a link each to a page.
@Component
class IssuingLinks {

	private static final int AT_ONCE = 500;

	private final Links links;

	private final Pages pages;

	private final Tenants tenants;

	private final Clock clock;

	IssuingLinks(Links links, Pages pages, Tenants tenants, Clock clock) {
		this.links = links;
		this.pages = pages;
		this.tenants = tenants;
		this.clock = clock;
	}

	/// @param told gets the links as soon as they are stored, some hundreds at a time
	/// @throws Problem 422 if the page is not published, or its links have had their
	/// time; then none was issued
	void issue(TenantId tenant, String page, Collection<String> contacts, Actor actor, Consumer<List<Issued>> told) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Terms terms = new Terms(page, now, expiry(tenant, page, now));
		List<String> left = List.copyOf(contacts);
		while (!left.isEmpty()) {
			List<String> some = left.subList(0, Math.min(AT_ONCE, left.size()));
			told.accept(issue(tenant, terms, some, actor));
			left = left.subList(some.size(), left.size());
		}
	}

	private List<Issued> issue(TenantId tenant, Terms terms, List<String> contacts, Actor actor) {
		List<Issued> issued = new ArrayList<>();
		Map<String, Change<Link>> documents = new LinkedHashMap<>();
		for (String contact : contacts) {
			LinkToken token = LinkToken.generate();
			Link link = Link.issue(contact, terms.page(), terms.issued(), terms.expires());
			documents.put(token.linkId(), Change.of(link).with(LinkEvents.issued(tenant, token.linkId(), link, actor)));
			issued.add(new Issued(token, link));
		}
		this.links.add(tenant, documents);
		return issued;
	}

	private @Nullable Instant expiry(TenantId tenant, String page, Instant now) {
		PageRules rules = this.pages.find(tenant, page)
			.filter((known) -> !known.isArchived())
			.orElseThrow(() -> unprocessable("unknown-page", page));
		Instant expires = rules.expiry(now, this.tenants.get(tenant).timeZone());
		if (expires != null && !now.isBefore(expires)) {
			throw unprocessable("page-links-ended", page);
		}
		return expires;
	}

	private static Problem unprocessable(String type, String page) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:" + type,
				"No link can be issued to this page")
			.with("page", page);
	}

	/// What the links of one call have in common.
	private record Terms(String page, Instant issued, @Nullable Instant expires) {
	}

	/// A new link with its token, which is told to the issuer and then forgotten.
	record Issued(LinkToken token, Link link) {
	}

}
