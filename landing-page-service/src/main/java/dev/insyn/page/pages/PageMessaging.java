package dev.insyn.page.pages;

import java.util.function.Consumer;

import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.platform.messaging.EventHandlers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Every instance hears when a page was published or archived (the binding has no group) and forgets the version it kept.
@Configuration(proxyBeanMethods = false)
class PageMessaging {

	@Bean
	Consumer<Message<byte[]>> publishedPages(JsonMapper json, Pages pages) {
		return EventHandlers.builder(json)
			.on(LandingPageArchived.TYPE, LandingPageArchived.class,
					(event) -> pages.forget(event.tenant(), event.body().page()))
			.on(LandingPagePublished.TYPE, LandingPagePublished.class,
					(event) -> pages.forget(event.tenant(), event.body().page()))
			.build();
	}

}
