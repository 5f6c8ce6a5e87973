package dev.insyn.page.pages;

import org.jspecify.annotations.Nullable;

/// A page as it is listed: what its draft says of itself, its state, and where its contents rest. Draft and versions are
/// documents of their own that never change, so that a list of thousands stays quick and a write swings one pointer.
///
/// @param revision grows with each write; whoever writes says which one it saw
/// @param draft the id of the draft's document
/// @param published the newest version that was ever published
public record LandingPage(PageCard card, PageState state, int revision, Changed changed, String draft,
		@Nullable PublishedMark published) {

	static LandingPage drafted(PageContent content, String draft, Changed changed) {
		return new LandingPage(PageCard.of(content), PageState.DRAFT, 1, changed, draft, null);
	}

	/// @throws Outdated if somebody wrote after the revision
	void require(int seen) {
		if (seen != this.revision) {
			throw new Outdated(this);
		}
	}

	/// Another draft.
	/// @throws WrongState if the page is archived
	LandingPage edited(PageContent content, String newDraft, Changed by) {
		refuse(PageState.ARCHIVED);
		return new LandingPage(PageCard.of(content), this.state, this.revision + 1, by, newDraft, this.published);
	}

	/// The draft is what was published last.
	LandingPage reverted(PageContent content, String newDraft, Changed by) {
		PublishedMark mark = this.published;
		if (mark == null) {
			throw new WrongState(this.state);
		}
		LandingPage edited = edited(content, newDraft, by);
		return new LandingPage(edited.card, edited.state, edited.revision, by, newDraft, mark.ofDraft(newDraft));
	}

	/// Contacts see a new version.
	LandingPage published(PublishedMark version, Changed by) {
		refuse(PageState.ARCHIVED);
		return new LandingPage(this.card, PageState.PUBLISHED, this.revision + 1, by, this.draft, version);
	}

	/// Contacts see it no more.
	LandingPage archived(Changed by) {
		refuse(PageState.ARCHIVED);
		return new LandingPage(this.card, PageState.ARCHIVED, this.revision + 1, by, this.draft, this.published);
	}

	/// A draft again: contacts see it when it is published anew, for the catalogue may
	/// have
	/// changed meanwhile.
	LandingPage unarchived(Changed by) {
		if (this.state != PageState.ARCHIVED) {
			throw new WrongState(this.state);
		}
		return new LandingPage(this.card, PageState.DRAFT, this.revision + 1, by, this.draft, this.published);
	}

	/// Whether there is nothing in the draft that contacts don't see.
	public boolean isUpToDate() {
		return this.state == PageState.PUBLISHED && this.published != null && this.published.draft().equals(this.draft);
	}

	/// Whether it can be deleted: nobody ever got a link to it.
	public boolean isDeletable() {
		return this.published == null;
	}

	/// The number of the next version.
	int nextVersion() {
		return (this.published != null) ? this.published.version() + 1 : 1;
	}

	/// Whether the field stands on the draft or on what contacts see.
	public boolean uses(String field) {
		return this.card.fields().contains(field) || (this.state == PageState.PUBLISHED && this.published != null
				&& this.published.fields().contains(field));
	}

	/// Whether a report of the draft or of what contacts see shows the record type.
	public boolean shows(String recordType) {
		return this.card.recordTypes().contains(recordType) || (this.state == PageState.PUBLISHED
				&& this.published != null && this.published.recordTypes().contains(recordType));
	}

	private void refuse(PageState not) {
		if (this.state == not) {
			throw new WrongState(this.state);
		}
	}

}
