package dev.insyn.page.pages;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.page.pages.Changed.Act;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Pages from before contents were documents of their own: taken over, once per tenant, before anything else is read.
/// Whoever comes second finds them there; the earlier documents stay as they are.
@Component
class EarlierPages {

	private static final Actor ACTOR = Actor.system("landing-page-service");

	private final TenantDocuments<Earlier> earlier;

	private final Contents contents;

	private final Set<TenantId> takenOver = ConcurrentHashMap.newKeySet();

	EarlierPages(TenantDocumentsFactory database, Contents contents) {
		this.earlier = database.of("pages", Earlier.class);
		this.contents = contents;
	}

	void takeOver(TenantId tenant, TenantDocuments<LandingPage> pages) {
		if (this.takenOver.contains(tenant)) {
			return;
		}
		for (Stored<Earlier> found : this.earlier.find(tenant, new Criteria(), Sort.unsorted(), 0)) {
			if (pages.find(tenant, found.id()).isEmpty()) {
				insert(tenant, found.id(), found.state(), pages);
			}
		}
		this.takenOver.add(tenant);
	}

	private void insert(TenantId tenant, String number, Earlier page, TenantDocuments<LandingPage> pages) {
		PublishedVersion published = page.published();
		String draft = this.contents.addDraft(tenant, number, page.draft());
		Changed changed = Changed.of(Act.IMPORTED, java.time.Instant.EPOCH, ACTOR);
		LandingPage taken = LandingPage.drafted(page.draft(), draft, changed);
		if (published != null) {
			String ofDraft = published.content().equals(page.draft()) ? draft : "";
			this.contents.keep(tenant, number, new KeptVersion(published, 1, ACTOR.toString()));
			taken = taken.published(PublishedMark.of(published, ofDraft, ACTOR),
					Changed.of(Act.PUBLISHED, published.at(), ACTOR));
		}
		try {
			pages.insert(tenant, number, Change.of(taken));
		}
		catch (AlreadyExists present) {
			this.contents.deleteDraft(tenant, draft);
		}
	}

	/// A page as it used to rest.
	record Earlier(PageContent draft, @Nullable PublishedVersion published) {

	}

}
