package dev.insyn.page.theme;

import java.util.function.Consumer;

import dev.insyn.events.ThemeChanged;
import dev.insyn.platform.messaging.EventHandlers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Every instance hears when a theme changed (the binding has no group) and forgets what it kept of it.
@Configuration(proxyBeanMethods = false)
class ThemeMessaging {

	@Bean
	Consumer<Message<byte[]>> changedThemes(JsonMapper json, Themes themes) {
		return EventHandlers.builder(json)
			.on(ThemeChanged.TYPE, ThemeChanged.class, (event) -> themes.forget(event.tenant(), event.body().theme()))
			.build();
	}

}
