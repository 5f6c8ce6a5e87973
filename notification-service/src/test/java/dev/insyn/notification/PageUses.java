package dev.insyn.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.Origin;
import dev.insyn.events.Topics;
import dev.insyn.testing.Events;
import tools.jackson.databind.json.JsonMapper;

/// A page as its events tell of it: published with rules, and used by one contact.
final class PageUses {

	private final String number = "P" + UUID.randomUUID().toString().substring(0, 8);

	private final String contact;

	private final Events events;

	private final JsonMapper json;

	PageUses(String contact, Events events, JsonMapper json) {
		this.contact = contact;
		this.events = events;
		this.json = json;
	}

	String number() {
		return this.number;
	}

	Origin origin() {
		return Origin.page(this.number, 1, "link");
	}

	/// @param recipients who are told when the page is used
	void publish(String tenant, String... recipients) {
		publish(tenant, 1, recipients);
	}

	void publish(String tenant, int version, String... recipients) {
		LandingPagePublished published = new LandingPagePublished(this.number, version, "Own data", "default",
				new LandingPagePublished.Rules(new LandingPagePublished.LinkLifetime("never", null, null), "continue",
						new LandingPagePublished.Notification(List.of(recipients)),
						new LandingPagePublished.ActivityRule("call", "Ring", "karin", 7), true, List.of("sv")),
				Map.of("sv", "Redigera egna data"),
				List.of(new LandingPagePublished.PageField("phone", Map.of("sv", "Telefon")),
						new LandingPagePublished.PageField("email", Map.of("sv", "E-post"))));
		this.events.send(Topics.LANDING_PAGES, LandingPagePublished.TYPE, tenant, this.number,
				this.json.writeValueAsString(published));
	}

	/// @return the event's id
	String update(String tenant, String... fields) {
		return update(tenant, UUID.randomUUID().toString(), List.of(fields));
	}

	String update(String tenant, String id, List<String> fields) {
		return update(tenant, id, this.contact, origin(), fields);
	}

	String update(String tenant, String id, String who, Origin origin, List<String> fields) {
		ContactDataUpdated updated = new ContactDataUpdated(who, "NC-1", 2, Instant.parse("2026-11-20T12:00:00Z"),
				origin, fields, "key", "sealed", null);
		this.events.send(Topics.CONTACTS, tenant + ":" + who,
				this.events.headers(id, ContactDataUpdated.TYPE, tenant, who), this.json.writeValueAsString(updated));
		return id;
	}

	/// Anything else that happened to the contact.
	void tell(String id, String type, Object event) {
		this.events.send(Topics.CONTACTS, "nordcykel:" + this.contact,
				this.events.headers(id, type, "nordcykel", this.contact), this.json.writeValueAsString(event));
	}

}
