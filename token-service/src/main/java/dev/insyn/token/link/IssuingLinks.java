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
import dev.insyn.platform.store.Inserting;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Contacts get a link each to a page.
@Component
public class IssuingLinks {

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

	/// Whether links can be issued to the page now.
	public boolean isOpen(TenantId tenant, String page) {
		Instant now = this.clock.instant();
		return this.pages.find(tenant, page)
			.filter((known) -> !known.isArchived())
			.map((known) -> known.expiry(now, this.tenants.get(tenant).timeZone()))
			.map(now::isBefore)
			.orElseGet(() -> this.pages.find(tenant, page).filter((known) -> !known.isArchived()).isPresent());
	}

	/// @param told gets the links as soon as they are stored, some hundreds at a time
	/// @throws Problem 422 if the page is not published, or its links have had their
	/// time; then none was issued
	void issue(TenantId tenant, Purpose purpose, Collection<String> contacts, Actor actor,
			Consumer<List<Issued>> told) {
		Terms terms = terms(tenant, purpose);
		List<String> left = List.copyOf(contacts);
		try (Inserting<Link> adding = this.links.adding(tenant)) {
			while (!left.isEmpty()) {
				List<String> some = left.subList(0, Math.min(AT_ONCE, left.size()));
				Part part = prepare(tenant, terms, some, actor);
				adding.insert(part.documents(), () -> told.accept(part.issued()));
				left = left.subList(some.size(), left.size());
			}
			adding.finish();
		}
	}

	/// As [#issue], for one contact.
	Issued issueOne(TenantId tenant, Purpose purpose, String contact, Actor actor) {
		Part part = prepare(tenant, terms(tenant, purpose), List.of(contact), actor);
		part.documents().forEach((id, change) -> this.links.add(tenant, id, change));
		return part.issued().getFirst();
	}

	private static Part prepare(TenantId tenant, Terms terms, List<String> contacts, Actor actor) {
		List<Issued> issued = new ArrayList<>();
		Map<String, Change<Link>> documents = new LinkedHashMap<>();
		for (String contact : contacts) {
			LinkToken token = LinkToken.generate(tenant);
			String id = token.linkId();
			Link link = Link.issue(contact, terms.purpose().page(), terms.issued(), terms.expires(),
					terms.purpose().mailing());
			documents.put(id, Change.of(link).with(LinkEvents.issued(tenant, id, link, actor)));
			issued.add(new Issued(id, token, link));
		}
		return new Part(issued, documents);
	}

	private Terms terms(TenantId tenant, Purpose purpose) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		PageRules rules = this.pages.find(tenant, purpose.page())
			.filter((known) -> !known.isArchived())
			.orElseThrow(() -> unprocessable("unknown-page", purpose.page()));
		Instant expires = rules.expiry(now, this.tenants.get(tenant).timeZone());
		if (expires != null && !now.isBefore(expires)) {
			throw unprocessable("page-links-ended", purpose.page());
		}
		return new Terms(purpose, now, expires);
	}

	private static Problem unprocessable(String type, String page) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:" + type,
				"No link can be issued to this page")
			.with("page", page);
	}

	/// What links are issued for.
	///
	/// @param mailing that brings them, null if none does
	record Purpose(String page, @Nullable String mailing) {
	}

	/// What the links of one call have in common.
	private record Terms(Purpose purpose, Instant issued, @Nullable Instant expires) {
	}

	/// Some links with what is written of them.
	private record Part(List<Issued> issued, Map<String, Change<Link>> documents) {
	}

	/// A new link with its token, which is told to the issuer and then forgotten.
	record Issued(String id, LinkToken token, Link link) {
	}

}
