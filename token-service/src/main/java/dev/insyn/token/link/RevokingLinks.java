package dev.insyn.token.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Links stop working before their time, and so do the sessions that they opened.
@Component
class RevokingLinks {

	static final String REQUESTED = "requested";

	static final String REPLACED = "replaced";

	static final String CONTACT_DELETED = "contact-deleted";

	private final Links links;

	private final Clock clock;

	RevokingLinks(Links links, Clock clock) {
		this.links = links;
		this.clock = clock;
	}

	/// @throws dev.insyn.platform.store.NotFound if the tenant has no such link
	void revoke(TenantId tenant, String id, String reason, Actor actor) {
		Function<Stored<Link>, Change<Link>> revoking = revoking(reason, actor);
		this.links.change(tenant, id, (link) -> revoking.apply(new Stored<>(tenant, id, 0, link)));
	}

	/// All that the filter names, some hundreds in one write; again when asked again,
	/// without effect. Those that are issued meanwhile may be among them.
	/// @return how many were revoked now
	long revokeAll(TenantId tenant, LinkFilter filter, String reason, Actor actor) {
		Function<Stored<Link>, Change<Link>> revoking = revoking(reason, actor);
		long all = 0;
		int some;
		do {
			some = this.links.changeSome(tenant, filter, revoking);
			all += some;
		}
		while (some > 0);
		return all;
	}

	private Function<Stored<Link>, Change<Link>> revoking(String reason, Actor actor) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return (stored) -> {
			Link link = stored.state();
			return (link.revoked() != null) ? Change.unchanged(link) : Change.of(link.revoke(now))
				.with(LinkEvents.revoked(stored.tenant(), stored.id(), link, now, reason, actor));
		};
	}

}
