package dev.insyn.page.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The tenants' pages. What contacts see is kept in memory until the page is published again, wherever that happens.
@Component
public class Pages {

	private static final int MOST = 2_000;

	private final TenantDocuments<LandingPage> documents;

	private final Tenants tenants;

	private final Clock clock;

	private final Cache<Key, LivePage> live = Caffeine.newBuilder()
		.maximumSize(5_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Pages(TenantDocumentsFactory database, Tenants tenants, Clock clock) {
		this.documents = database.of("pages", LandingPage.class);
		this.tenants = tenants;
		this.clock = clock;
	}

	/// The version that contacts see, if there is one.
	public Optional<LivePage> live(TenantId tenant, String number) {
		return Optional.ofNullable(this.live.get(new Key(tenant, number), this::load));
	}

	Optional<Stored<LandingPage>> find(TenantId tenant, String number) {
		return this.documents.find(tenant, number);
	}

	List<Stored<LandingPage>> all(TenantId tenant) {
		return this.documents.find(tenant, new Criteria(), Sort.by("id"), MOST);
	}

	/// Adds a page unless there is one with this number.
	void draft(TenantId tenant, String number, PageContent content) {
		try {
			this.documents.insert(tenant, number, Change.of(LandingPage.drafted(content)));
		}
		catch (AlreadyExists present) {
			// drafted before, or by another instance just now
		}
	}

	/// Publishes the draft and tells everyone.
	void publish(TenantId tenant, String number, Register register, Actor actor) {
		this.documents.change(tenant, number, (page) -> {
			LandingPage next = page.publish(register, this.clock.instant());
			return Change.of(next).with(published(tenant, number, next, actor));
		});
		forget(tenant, number);
	}

	/// Drops what is kept in memory of a page.
	void forget(TenantId tenant, String number) {
		this.live.invalidate(new Key(tenant, number));
	}

	private @Nullable LivePage load(Key key) {
		return this.documents.find(key.tenant(), key.number())
			.map((stored) -> stored.state().published())
			.map((published) -> new LivePage(this.tenants.get(key.tenant()), key.number(), published))
			.orElse(null);
	}

	private static OutgoingEvent published(TenantId tenant, String number, LandingPage page, Actor actor) {
		PublishedVersion version = page.published();
		if (version == null) {
			throw new IllegalStateException("Not published");
		}
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

	private record Key(TenantId tenant, String number) {

	}

}
