package dev.insyn.token.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Links stop working before their time.
@Component
class RevokingLinks {

	static final String REQUESTED = "requested";

	static final String CONTACT_DELETED = "contact-deleted";

	/// More links of one contact than anyone issues.
	private static final int ALL = 10_000;

	private final Links links;

	private final Clock clock;

	RevokingLinks(Links links, Clock clock) {
		this.links = links;
		this.clock = clock;
	}

	/// @throws dev.insyn.platform.store.NotFound if the tenant has no such link
	void revoke(TenantId tenant, String id, String reason, Actor actor) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.links.change(tenant, id, (link) -> {
			if (link.revoked() != null) {
				return Change.unchanged(link);
			}
			return Change.of(link.revoke(now)).with(LinkEvents.revoked(tenant, id, link, now, reason, actor));
		});
	}

	/// All links of a contact; again when asked again, without effect.
	void revokeAllOf(TenantId tenant, String contact, String reason, Actor actor) {
		this.links.of(tenant, contact, ALL).stream().map(Stored::id).forEach((id) -> revoke(tenant, id, reason, actor));
	}

}
