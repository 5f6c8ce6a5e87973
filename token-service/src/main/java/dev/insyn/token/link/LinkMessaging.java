package dev.insyn.token.link;

import java.time.LocalDate;
import java.util.function.Consumer;

import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactDeleted;
import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.LandingPagePublished.LinkLifetime;
import dev.insyn.events.Origin;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.IncomingEvent;
import org.jspecify.annotations.Nullable;
import dev.insyn.token.portal.ForgettingContacts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// The events that links care for.
@Configuration(proxyBeanMethods = false)
class LinkMessaging {

	private static final String EMAIL = "email";

	@Bean
	Consumer<Message<byte[]>> landingPages(JsonMapper json, Pages pages) {
		return EventHandlers.builder(json)
			.on(LandingPagePublished.TYPE, LandingPagePublished.class,
					(event) -> pages.learn(event.tenant(), event.body().page(), event.id(), rules(event)))
			.on(LandingPageArchived.TYPE, LandingPageArchived.class,
					(event) -> pages.archive(event.tenant(), event.body().page(), event.id(), event.body().version()))
			.build();
	}

	@Bean
	Consumer<Message<byte[]>> contacts(JsonMapper json, RevokingLinks revoking, ForgettingContacts portal) {
		return EventHandlers.builder(json).on(ContactDeleted.TYPE, ContactDeleted.class, (event) -> {
			String contact = event.body().contact();
			revoking.revokeAll(event.tenant(), LinkFilter.ofContact(contact), RevokingLinks.CONTACT_DELETED,
					Actor.system("token-service"));
			portal.forget(event.tenant(), contact);
		}).on(ContactDataUpdated.TYPE, ContactDataUpdated.class, (event) -> {
			if (isCorrectedAddress(event.body())) {
				portal.forget(event.tenant(), event.body().contact());
			}
		}).build();
	}

	/// Whether the company says that the contact is reached elsewhere: whoever read the
	/// old
	/// mailbox, and got in by a code from it, may have been somebody else.
	private static boolean isCorrectedAddress(ContactDataUpdated updated) {
		return updated.fields().contains(EMAIL) && !Origin.PAGE.equals(updated.origin().kind());
	}

	/// A lifetime that is not understood makes no link that lives for ever: the event
	/// becomes a dead letter.
	static PageRules rules(IncomingEvent<LandingPagePublished> event) {
		LinkLifetime lifetime = event.body().rules().linkLifetime();
		return switch (lifetime.kind()) {
			case LinkLifetime.NEVER -> rules(event.body(), null, null);
			case LinkLifetime.DAYS -> rules(event.body(), required(lifetime.days()), null);
			case LinkLifetime.DATE -> rules(event.body(), null, required(lifetime.date()));
			default -> throw new IllegalArgumentException("Unknown link lifetime " + lifetime.kind());
		};
	}

	private static PageRules rules(LandingPagePublished page, @Nullable Integer days, @Nullable LocalDate lastDay) {
		LandingPagePublished.Rules rules = page.rules();
		return new PageRules(page.version(), days, lastDay, rules.languages(), null, rules.opening(), rules.portal(),
				page.names());
	}

	private static <T> T required(@Nullable T value) {
		if (value == null) {
			throw new IllegalArgumentException("A link lifetime without its value");
		}
		return value;
	}

}
