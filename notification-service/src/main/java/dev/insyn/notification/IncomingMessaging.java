package dev.insyn.notification;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.insyn.events.AccessCodeRequested;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactEmailChangeRequested;
import dev.insyn.events.ContactEmailChanged;
import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.events.LinkRequested;
import dev.insyn.events.Origin;
import dev.insyn.events.PortalAccessChanged;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.IncomingEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// What this service reads from Kafka.
@Configuration(proxyBeanMethods = false)
class IncomingMessaging {

	private static final String NO_PAGE = PageUse.NONE;

	@Bean
	Consumer<Message<byte[]>> landingPages(JsonMapper json, Pages pages) {
		return EventHandlers.builder(json)
			.on(LandingPagePublished.TYPE, LandingPagePublished.class,
					(event) -> pages.learn(event.tenant(), rules(event.body()), event.id()))
			.on(LandingPageArchived.TYPE, LandingPageArchived.class,
					(event) -> pages.archive(event.tenant(), event.body().page(), event.body().version(),
							event.body().at(), event.id()))
			.build();
	}

	@Bean
	Consumer<Message<byte[]>> contacts(JsonMapper json, TellingUsers tellingUsers, TellingContacts tellingContacts) {
		return EventHandlers.builder(json)
			.on(ContactDataUpdated.TYPE, ContactDataUpdated.class, (event) -> tell(tellingUsers, event))
			.on(ContactEmailChangeRequested.TYPE, ContactEmailChangeRequested.class,
					(event) -> tell(tellingContacts, EmailKind.EMAIL_CODE, event, event.body().contact(),
							event.body().change(), event.body().origin()))
			.on(ContactEmailChanged.TYPE, ContactEmailChanged.class,
					(event) -> tell(tellingContacts, EmailKind.EMAIL_CHANGED, event, event.body().contact(),
							event.body().change(), event.body().origin()))
			.build();
	}

	@Bean
	Consumer<Message<byte[]>> links(JsonMapper json, TellingContacts tellingContacts) {
		return EventHandlers.builder(json)
			.on(AccessCodeRequested.TYPE, AccessCodeRequested.class, (event) -> tell(tellingContacts, event))
			.on(LinkRequested.TYPE, LinkRequested.class, (event) -> tellOfLink(tellingContacts, event))
			.on(PortalAccessChanged.TYPE, PortalAccessChanged.class, (event) -> tellOfAccess(tellingContacts, event))
			.build();
	}

	private static void tell(TellingContacts tellingContacts, IncomingEvent<AccessCodeRequested> event) {
		AccessCodeRequested body = event.body();
		PageUse use = new PageUse(body.contact(), Objects.requireNonNullElse(body.page(), NO_PAGE), List.of(),
				event.time(), event.id());
		tellingContacts.of(event.tenant(), EmailKind.ACCESS_CODE, use, body.challenge());
	}

	/// What is removed lets nobody in, and needs no mail.
	private static void tellOfAccess(TellingContacts tellingContacts, IncomingEvent<PortalAccessChanged> event) {
		PortalAccessChanged body = event.body();
		if ("added".equals(body.change())) {
			PageUse use = new PageUse(body.contact(), NO_PAGE, List.of(), body.at(), event.id());
			tellingContacts.of(event.tenant(), EmailKind.ACCESS_ADDED, use,
					new AddedAccess(body.way(), Objects.requireNonNullElse(body.language(), "")).toString());
		}
	}

	private static void tellOfLink(TellingContacts tellingContacts, IncomingEvent<LinkRequested> event) {
		LinkRequested body = event.body();
		PageUse use = new PageUse(body.contact(), body.pages().getFirst(), List.of(), event.time(), event.id());
		tellingContacts.of(event.tenant(), EmailKind.FRESH_LINK, use,
				new FreshLinkWish(body.language(), body.pages()).toString());
	}

	private static void tell(TellingUsers tellingUsers, IncomingEvent<ContactDataUpdated> event) {
		ContactDataUpdated body = event.body();
		String page = body.origin().page();
		if (Origin.PAGE.equals(body.origin().kind()) && page != null) {
			tellingUsers.of(event.tenant(), new PageUse(body.contact(), page, body.fields(), body.at(), event.id()));
		}
	}

	private static void tell(TellingContacts tellingContacts, EmailKind kind, IncomingEvent<?> event, String contact,
			String change, Origin origin) {
		PageUse use = new PageUse(contact, Objects.requireNonNullElse(origin.page(), NO_PAGE), List.of(), event.time(),
				event.id());
		tellingContacts.of(event.tenant(), kind, use, change);
	}

	private static PageRules rules(LandingPagePublished published) {
		LandingPagePublished.Rules rules = published.rules();
		return new PageRules(published.page(), published.version(), published.names(), emails(rules.notification()),
				activity(rules.activity()),
				published.fields().stream().map((field) -> new PageRules.Field(field.key(), field.labels())).toList());
	}

	private static List<String> emails(LandingPagePublished.@Nullable Notification notification) {
		return (notification != null) ? notification.emails() : List.of();
	}

	private static PageRules.@Nullable ActivityRule activity(LandingPagePublished.@Nullable ActivityRule rule) {
		return (rule != null) ? new PageRules.ActivityRule(rule.type(), rule.subject(), rule.assignee(), rule.dueDays())
				: null;
	}

}
