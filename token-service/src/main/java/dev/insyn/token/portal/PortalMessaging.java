package dev.insyn.token.portal;

import java.time.Instant;

import dev.insyn.events.PortalAccessChanged;
import dev.insyn.events.PortalSignedIn;
import dev.insyn.events.PortalSignedOut;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// What is told of contacts in the portal. All of one contact's facts share a key.
final class PortalMessaging {

	private PortalMessaging() {
	}

	static OutgoingEvent signedIn(TenantId tenant, String session, PortalSession begun) {
		return event(tenant, PortalSignedIn.TYPE, begun.contact(),
				new PortalSignedIn(begun.contact(), session, begun.by().word(), begun.began()));
	}

	static OutgoingEvent signedOut(TenantId tenant, String session, PortalSession ended, Instant now) {
		return event(tenant, PortalSignedOut.TYPE, ended.contact(), new PortalSignedOut(ended.contact(), session, now));
	}

	/// @param language in which the contact reads; it is told by mail, in case it wasn't
	/// it
	static OutgoingEvent added(TenantId tenant, String contact, PortalWay way, String language, Instant now) {
		return event(tenant, PortalAccessChanged.TYPE, contact,
				new PortalAccessChanged(contact, way.word(), "added", now, language));
	}

	static OutgoingEvent removed(TenantId tenant, String contact, PortalWay way, Instant now) {
		return event(tenant, PortalAccessChanged.TYPE, contact,
				new PortalAccessChanged(contact, way.word(), "removed", now, null));
	}

	private static OutgoingEvent event(TenantId tenant, String type, String contact, Object body) {
		return new OutgoingEvent(PortalSignedIn.TOPIC, type, tenant, contact, Actor.contact(contact), body);
	}

}
