package dev.insyn.contact.bounce;

import java.util.function.Consumer;

import dev.insyn.events.EmailBounced;
import dev.insyn.platform.messaging.EventHandlers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Hears of mails that came back.
@Configuration(proxyBeanMethods = false)
class BounceMessaging {

	@Bean
	Consumer<Message<byte[]>> notifications(JsonMapper json, Undeliverables undeliverables) {
		return EventHandlers.builder(json).on(EmailBounced.TYPE, EmailBounced.class, (event) -> {
			String contact = event.body().contact();
			if (contact != null) {
				undeliverables.cameBack(event.tenant(), contact, event.body().status(), event.body().sent(),
						event.body().at(), event.id());
			}
		}).build();
	}

}
