package dev.insyn.page.pages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// What others are told of pages.
final class PageEvents {

	private PageEvents() {
	}

	static OutgoingEvent published(TenantId tenant, String number, PublishedVersion version, Actor actor) {
		PageContent content = version.content();
		Map<String, Map<String, String>> labels = new LinkedHashMap<>();
		version.definitions().forEach((definition) -> labels.put(definition.key(), definition.labels()));
		content.fields()
			.stream()
			.filter((field) -> !field.heading().isEmpty())
			.forEach((field) -> labels.put(field.key(), field.heading().byLanguage()));
		List<LandingPagePublished.PageField> fields = labels.entrySet()
			.stream()
			.map((entry) -> new LandingPagePublished.PageField(entry.getKey(), entry.getValue()))
			.toList();
		LandingPagePublished body = new LandingPagePublished(number, version.version(),
				content.name().in(content.languages().getFirst()), content.theme(),
				content.rules().published(content.languages()), content.name().byLanguage(), fields);
		return new OutgoingEvent(LandingPagePublished.TOPIC, LandingPagePublished.TYPE, tenant, number, actor, body);
	}

	static OutgoingEvent archived(TenantId tenant, String number, int version, Instant at, Actor actor) {
		return new OutgoingEvent(LandingPageArchived.TOPIC, LandingPageArchived.TYPE, tenant, number, actor,
				new LandingPageArchived(number, version, at));
	}

}
