package dev.insyn.page.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The contents of pages: drafts under an id of their own, published versions under `P05#7`. They are written before a
/// page points to them, so a page never points to nothing.
@Component
class Contents {

	private static final Duration ORPHANED = Duration.ofHours(1);

	private final TenantDocuments<PageDraft> drafts;

	private final TenantDocuments<KeptVersion> versions;

	private final Clock clock;

	Contents(TenantDocumentsFactory database, Clock clock) {
		this.drafts = database.of("page_drafts", PageDraft.class);
		this.versions = database.of("page_versions", KeptVersion.class);
		this.clock = clock;
	}

	/// @return the draft's id
	String addDraft(TenantId tenant, String number, PageContent content) {
		String id = number + "@" + UUID.randomUUID();
		this.drafts.insert(tenant, id, Change.of(new PageDraft(number, this.clock.instant(), content)));
		return id;
	}

	Optional<PageContent> draft(TenantId tenant, String id) {
		return this.drafts.find(tenant, id).map((stored) -> stored.state().content());
	}

	void deleteDraft(TenantId tenant, String id) {
		this.drafts.delete(tenant, id);
	}

	/// Keeps a version before the page points to it. One that was kept but never pointed
	/// to,
	/// for whoever did it died or
	/// was too late, gives way unless it is of a newer draft.
	void keep(TenantId tenant, String number, KeptVersion version) {
		String id = versionId(number, version.published().version());
		try {
			this.versions.insert(tenant, id, Change.of(version));
		}
		catch (AlreadyExists abandoned) {
			this.versions.change(tenant, id, (present) -> (present.revision() > version.revision())
					? Change.unchanged(present) : Change.of(version));
		}
	}

	Optional<KeptVersion> version(TenantId tenant, String number, int version) {
		return this.versions.find(tenant, versionId(number, version)).map(Stored::state);
	}

	/// Newest first.
	/// @param newest the number of the first to tell
	List<KeptVersion> versions(TenantId tenant, String number, int newest, int limit) {
		List<String> ids = IntStream.rangeClosed(Math.max(1, newest - limit + 1), newest)
			.mapToObj((version) -> versionId(number, version))
			.toList();
		return this.versions.find(tenant, Criteria.where("id").in(ids), Sort.unsorted(), limit)
			.stream()
			.map(Stored::state)
			.sorted((one, two) -> two.published().version() - one.published().version())
			.toList();
	}

	/// Removes drafts that no page points to: what a crash left.
	void sweep(TenantId tenant, Set<String> pointedTo) {
		Instant limit = this.clock.instant().minus(ORPHANED);
		this.drafts.forEach(tenant, (draft) -> {
			if (draft.state().at().isBefore(limit) && !pointedTo.contains(draft.id())) {
				this.drafts.delete(tenant, draft.id());
			}
		});
	}

	private static String versionId(String number, int version) {
		return number + "#" + version;
	}

}
