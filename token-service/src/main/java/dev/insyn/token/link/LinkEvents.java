package dev.insyn.token.link;

import java.time.Instant;

import dev.insyn.events.LinkIssued;
import dev.insyn.events.LinkOpened;
import dev.insyn.events.LinkRevoked;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// A link's facts as events. All of one contact's links share a key, so consumers see them in order.
final class LinkEvents {

	private LinkEvents() {
	}

	static OutgoingEvent issued(TenantId tenant, String id, Link link, Actor actor) {
		return event(LinkIssued.TYPE, tenant, id, link, actor,
				new LinkIssued(id, link.contact(), link.page(), link.issued(), link.expires(), link.mailing()));
	}

	static OutgoingEvent opened(TenantId tenant, String id, Link link, Instant at, String session) {
		return event(LinkOpened.TYPE, tenant, id, link, Actor.contact(link.contact()),
				new LinkOpened(id, link.contact(), link.page(), at, session, link.mailing()));
	}

	static OutgoingEvent revoked(TenantId tenant, String id, Link link, Instant at, String reason, Actor actor) {
		return event(LinkRevoked.TYPE, tenant, id, link, actor,
				new LinkRevoked(id, link.contact(), link.page(), at, reason, link.mailing()));
	}

	private static OutgoingEvent event(String type, TenantId tenant, String id, Link link, Actor actor, Object body) {
		return new OutgoingEvent(LinkIssued.TOPIC, type, tenant, id, tenant + ":" + link.contact(), actor, body);
	}

}
