package dev.insyn.token.link;

import java.util.function.Consumer;

import dev.insyn.events.ContactDeleted;
import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.LandingPagePublished.LinkLifetime;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.IncomingEvent;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// The events that links care for.
@Configuration(proxyBeanMethods = false)
class LinkMessaging {

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
	Consumer<Message<byte[]>> contacts(JsonMapper json, RevokingLinks revoking) {
		return EventHandlers.builder(json)
			.on(ContactDeleted.TYPE, ContactDeleted.class,
					(event) -> revoking.revokeAllOf(event.tenant(), event.body().contact(),
							RevokingLinks.CONTACT_DELETED, Actor.system("token-service")))
			.build();
	}

	/// A lifetime that is not understood makes no link that lives for ever: the event
	/// becomes a dead letter.
	static PageRules rules(IncomingEvent<LandingPagePublished> event) {
		LandingPagePublished page = event.body();
		LinkLifetime lifetime = page.rules().linkLifetime();
		return switch (lifetime.kind()) {
			case LinkLifetime.NEVER -> new PageRules(page.version(), null, null, page.rules().languages(), null);
			case LinkLifetime.DAYS ->
				new PageRules(page.version(), required(lifetime.days()), null, page.rules().languages(), null);
			case LinkLifetime.DATE ->
				new PageRules(page.version(), null, required(lifetime.date()), page.rules().languages(), null);
			default -> throw new IllegalArgumentException("Unknown link lifetime " + lifetime.kind());
		};
	}

	private static <T> T required(@org.jspecify.annotations.Nullable T value) {
		if (value == null) {
			throw new IllegalArgumentException("A link lifetime without its value");
		}
		return value;
	}

}
