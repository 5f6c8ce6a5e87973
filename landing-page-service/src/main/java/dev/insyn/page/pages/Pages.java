package dev.insyn.page.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.page.pages.Changed.Act;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The tenants' pages. What contacts see is kept in memory until the page is published again, wherever that happens.
/// Whoever writes says which revision it saw, and is refused with [Outdated] if somebody wrote after it.
@Component
public class Pages {

	private static final Comparator<Stored<LandingPage>> BY_NUMBER = Comparator
		.comparingInt((Stored<LandingPage> page) -> page.id().length())
		.thenComparing(Stored::id);

	private final TenantDocuments<LandingPage> documents;

	private final Contents contents;

	private final Numbers numbers;

	private final EarlierPages earlier;

	private final Tenants tenants;

	private final Clock clock;

	private final Cache<Key, LivePage> live = Caffeine.newBuilder()
		.maximumSize(5_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Pages(TenantDocumentsFactory database, Contents contents, Numbers numbers, EarlierPages earlier, Tenants tenants,
			Clock clock) {
		this.documents = database.of("landing_pages", LandingPage.class);
		this.contents = contents;
		this.numbers = numbers;
		this.earlier = earlier;
		this.tenants = tenants;
		this.clock = clock;
	}

	/// The version that contacts see, if there is one.
	public Optional<LivePage> live(TenantId tenant, String number) {
		return Optional.ofNullable(this.live.get(new Key(tenant, number), this::load));
	}

	public Optional<Stored<LandingPage>> find(TenantId tenant, String number) {
		return documents(tenant).find(tenant, number);
	}

	/// @throws NotFound if there is no such page
	public Stored<LandingPage> get(TenantId tenant, String number) {
		return find(tenant, number).orElseThrow(() -> new NotFound("landing pages"));
	}

	/// In the order of their numbers.
	public List<Stored<LandingPage>> all(TenantId tenant) {
		return documents(tenant).find(tenant, new Criteria(), Sort.unsorted(), 0).stream().sorted(BY_NUMBER).toList();
	}

	/// What is being worked on.
	public PageContent draft(Stored<LandingPage> page) {
		return this.contents.draft(page.tenant(), page.state().draft())
			.or(() -> this.contents.draft(page.tenant(), get(page.tenant(), page.id()).state().draft()))
			.orElseThrow(() -> new NotFound("drafts of landing pages"));
	}

	/// What contacts see, or saw last if they see nothing now.
	public Optional<PageContent> published(Stored<LandingPage> page) {
		return Optional.ofNullable(page.state().published())
			.flatMap((mark) -> version(page.tenant(), page.id(), mark.version()))
			.map((kept) -> kept.published().content());
	}

	public Optional<KeptVersion> version(TenantId tenant, String number, int version) {
		return this.contents.version(tenant, number, version);
	}

	/// Newest first.
	/// @param newest the number of the first to tell
	public List<KeptVersion> versions(TenantId tenant, String number, int newest, int limit) {
		return this.contents.versions(tenant, number, newest, limit);
	}

	/// Adds a page under the next free number.
	public Stored<LandingPage> create(TenantId tenant, PageContent content, Act act, Actor actor) {
		while (true) {
			Optional<Stored<LandingPage>> created = create(tenant, this.numbers.next(tenant), content, act, actor);
			if (created.isPresent()) {
				return created.get();
			}
		}
	}

	/// Adds a page unless there is one with this number.
	Optional<Stored<LandingPage>> create(TenantId tenant, String number, PageContent content, Act act, Actor actor) {
		String draft = this.contents.addDraft(tenant, number, content);
		try {
			return Optional.of(documents(tenant).insert(tenant, number,
					Change.of(LandingPage.drafted(content, draft, changed(act, actor)))));
		}
		catch (AlreadyExists present) {
			this.contents.deleteDraft(tenant, draft);
			return Optional.empty();
		}
	}

	/// Replaces the draft.
	public Stored<LandingPage> edit(TenantId tenant, String number, int seen, PageContent content, Act act,
			Actor actor) {
		return swing(tenant, number, seen, content, (page, draft) -> page.edited(content, draft, changed(act, actor)));
	}

	/// Makes the draft what was published last.
	public Stored<LandingPage> discard(TenantId tenant, String number, int seen, Actor actor) {
		PublishedMark mark = get(tenant, number).state().published();
		PageContent content = version(tenant, number, (mark != null) ? mark.version() : 0)
			.orElseThrow(() -> new WrongState(PageState.DRAFT))
			.published()
			.content();
		return swing(tenant, number, seen, content,
				(page, draft) -> page.reverted(content, draft, changed(Act.DISCARDED, actor)));
	}

	/// Makes the draft the version that contacts see, and tells everyone.
	/// @throws NotPublishable if something on it lacks what the GDPR's Art. 13 asks to
	/// tell
	public Stored<LandingPage> publish(TenantId tenant, String number, int seen, Register register, Actor actor) {
		Stored<LandingPage> page = get(tenant, number);
		page.state().require(seen);
		Instant now = this.clock.instant();
		PublishedVersion version = PublishedVersion.of(page.state().nextVersion(), now, draft(page), register);
		PublishedMark mark = PublishedMark.of(version, page.state().draft(), actor);
		page.state().published(mark, changed(Act.PUBLISHED, actor));
		this.contents.keep(tenant, number, new KeptVersion(version, seen, actor.toString()));
		return write(tenant, number, seen,
				(current) -> Change.of(current.published(mark, Changed.of(Act.PUBLISHED, now, actor)))
					.with(PageEvents.published(tenant, number, version, actor)));
	}

	/// Takes the page from the contacts, and tells everyone.
	public Stored<LandingPage> archive(TenantId tenant, String number, int seen, Actor actor) {
		return write(tenant, number, seen, (page) -> {
			Changed changed = changed(Act.ARCHIVED, actor);
			Change<LandingPage> archived = Change.of(page.archived(changed));
			PublishedMark mark = page.published();
			return (mark == null) ? archived
					: archived.with(PageEvents.archived(tenant, number, mark.version(), changed.at(), actor));
		});
	}

	public Stored<LandingPage> unarchive(TenantId tenant, String number, int seen, Actor actor) {
		return write(tenant, number, seen, (page) -> Change.of(page.unarchived(changed(Act.UNARCHIVED, actor))));
	}

	/// Deletes a page that was never published.
	/// @throws WrongState if it was
	public void delete(TenantId tenant, String number, int seen) {
		Stored<LandingPage> page = get(tenant, number);
		page.state().require(seen);
		if (!page.state().isDeletable()) {
			throw new WrongState(page.state().state());
		}
		documents(tenant).delete(tenant, number);
		this.contents.deleteDraft(tenant, page.state().draft());
	}

	/// Drops what is kept in memory of a page.
	void forget(TenantId tenant, String number) {
		this.live.invalidate(new Key(tenant, number));
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
	void sweep() {
		for (Tenant tenant : this.tenants.all()) {
			this.contents.sweep(tenant.id(),
					all(tenant.id()).stream().map((page) -> page.state().draft()).collect(Collectors.toSet()));
		}
	}

	/// The new draft first, then the page that points to it, then the old one goes.
	private Stored<LandingPage> swing(TenantId tenant, String number, int seen, PageContent content,
			BiFunction<LandingPage, String, LandingPage> act) {
		String draft = this.contents.addDraft(tenant, number, content);
		AtomicReference<String> old = new AtomicReference<>(draft);
		try {
			Stored<LandingPage> written = write(tenant, number, seen, (page) -> {
				LandingPage next = act.apply(page, draft);
				old.set(page.draft());
				return Change.of(next);
			});
			this.contents.deleteDraft(tenant, Objects.requireNonNull(old.get()));
			return written;
		}
		catch (Outdated | WrongState | NotFound refused) {
			this.contents.deleteDraft(tenant, draft);
			throw refused;
		}
	}

	private Stored<LandingPage> write(TenantId tenant, String number, int seen,
			java.util.function.Function<LandingPage, Change<LandingPage>> act) {
		Stored<LandingPage> written = documents(tenant).change(tenant, number, (page) -> {
			page.require(seen);
			return act.apply(page);
		});
		forget(tenant, number);
		return written;
	}

	private @Nullable LivePage load(Key key) {
		return find(key.tenant(), key.number()).map(Stored::state)
			.filter((page) -> page.state() == PageState.PUBLISHED)
			.map(LandingPage::published)
			.flatMap((mark) -> version(key.tenant(), key.number(), mark.version()))
			.map((kept) -> new LivePage(this.tenants.get(key.tenant()), key.number(), kept.published()))
			.orElse(null);
	}

	private TenantDocuments<LandingPage> documents(TenantId tenant) {
		this.earlier.takeOver(tenant, this.documents);
		return this.documents;
	}

	private Changed changed(Act act, Actor actor) {
		return Changed.of(act, this.clock.instant(), actor);
	}

	private record Key(TenantId tenant, String number) {

	}

}
