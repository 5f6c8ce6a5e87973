package dev.insyn.page.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.insyn.page.PageStories;
import dev.insyn.page.pages.EarlierPages.Earlier;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// How pages rest, and that none is lost when something dies half-way.
class PagesAtRestIT extends PageStories {

	private static final TenantId FJORDBOK = new TenantId("fjordbok");

	private static final Actor KARIN = Actor.user("karin");

	@Autowired
	private TenantDocumentsFactory database;

	@Autowired
	private Pages pages;

	@Autowired
	private Contents contents;

	@Autowired
	private Numbers numbers;

	@Autowired
	private Tenants tenants;

	@Autowired
	private Clock clock;

	/// Red without `EarlierPages`.
	@Test
	void takesOverPagesFromBeforeContentsWereDocumentsOfTheirOwn() {
		PageContent content = StartingContent.of(this.tenants.get(FJORDBOK));
		PublishedVersion seen = new PublishedVersion(4, Instant.parse("2026-11-21T09:30:00Z"), content, List.of(),
				List.of());
		this.database.of("pages", Earlier.class).insert(FJORDBOK, "P77", Change.of(new Earlier(content, seen)));
		this.database.of("pages", Earlier.class).insert(FJORDBOK, "P78", Change.of(new Earlier(content, null)));
		Pages afresh = new Pages(this.database, this.contents, this.numbers,
				new EarlierPages(this.database, this.contents), this.tenants, this.clock);
		Stored<LandingPage> taken = afresh.get(FJORDBOK, "P77");
		assertThat(taken.state().isUpToDate()).isTrue();
		assertThat(afresh.draft(taken)).isEqualTo(content);
		assertThat(afresh.live(FJORDBOK, "P77").orElseThrow().version()).isEqualTo(4);
		assertThat(afresh.get(FJORDBOK, "P78").state().state()).isEqualTo(PageState.DRAFT);
	}

	/// Red when the sweep takes what a page points to.
	@Test
	void sweepsDraftsThatACrashLeftAndNoOthers() {
		PageContent content = StartingContent.of(this.tenants.get(FJORDBOK));
		Stored<LandingPage> page = this.pages.create(FJORDBOK, content, Changed.Act.CREATED, KARIN);
		String orphan = this.contents.addDraft(FJORDBOK, page.id(), content);
		this.contents.sweep(FJORDBOK, java.util.Set.of(page.state().draft()));
		assertThat(this.contents.draft(FJORDBOK, orphan)).as("perhaps just being written").isPresent();
		Contents later = new Contents(this.database, Clock.offset(this.clock, java.time.Duration.ofHours(2)));
		later.sweep(FJORDBOK, java.util.Set.of(page.state().draft()));
		assertThat(this.contents.draft(FJORDBOK, orphan)).isEmpty();
		assertThat(this.pages.draft(page)).isEqualTo(content);
	}

	/// A publisher that died, or was too late, may leave a version that no page points
	/// to; it
	/// must not become what contacts
	/// see. Red when `Contents.keep` keeps whatever came first, or whatever came last.
	@Test
	void publishesTheDraftOfTheRevisionAlsoOverAnAbandonedVersion() {
		PageContent content = StartingContent.of(this.tenants.get(FJORDBOK));
		Stored<LandingPage> page = this.pages.create(FJORDBOK, content, Changed.Act.CREATED, KARIN);
		PublishedVersion abandoned = new PublishedVersion(1, Instant.EPOCH, content, List.of(), List.of());
		this.contents.keep(FJORDBOK, page.id(), new KeptVersion(abandoned, 1, "user:late"));
		this.contents.keep(FJORDBOK, page.id(), new KeptVersion(abandoned, 3, "user:newer"));
		this.contents.keep(FJORDBOK, page.id(), new KeptVersion(abandoned, 2, "user:late"));
		assertThat(this.contents.version(FJORDBOK, page.id(), 1).orElseThrow().by()).isEqualTo("user:newer");
	}

}
