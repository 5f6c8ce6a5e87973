package dev.insyn.page.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import dev.insyn.page.pages.Changed.Act;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What can be done to a page, and in which state.
class LandingPageTests {

	private static final PageContent CONTENT = StartingContent.of(new Tenant(new TenantId("nordcykel"), "Nordcykel AB",
			List.of("sv", "en"), ZoneId.of("Europe/Stockholm"), "SE", ""));

	private static final LandingPage DRAFT = LandingPage.drafted(CONTENT, "d1", by(Act.CREATED));

	private static final LandingPage PUBLISHED = DRAFT.published(mark(1, "d1"), by(Act.PUBLISHED));

	@Test
	void growsByOneRevisionWithEachWrite() {
		assertThat(DRAFT.revision()).isEqualTo(1);
		assertThat(PUBLISHED.revision()).isEqualTo(2);
		assertThat(PUBLISHED.edited(CONTENT, "d2", by(Act.EDITED)).revision()).isEqualTo(3);
	}

	@Test
	void tellsWhoWroteAfterTheRevisionThatWasSeen() {
		assertThatExceptionOfType(Outdated.class).isThrownBy(() -> PUBLISHED.require(1))
			.satisfies((outdated) -> assertThat(outdated.members()).containsEntry("by", "user:karin")
				.containsEntry("act", Act.PUBLISHED)
				.containsEntry("revision", 2));
		PUBLISHED.require(2);
	}

	@Test
	void isUpToDateWhileItsDraftIsWhatWasPublished() {
		assertThat(DRAFT.isUpToDate()).isFalse();
		assertThat(PUBLISHED.isUpToDate()).isTrue();
		LandingPage edited = PUBLISHED.edited(CONTENT, "d2", by(Act.EDITED));
		assertThat(edited.isUpToDate()).isFalse();
		assertThat(edited.reverted(CONTENT, "d3", by(Act.DISCARDED)).isUpToDate()).isTrue();
	}

	@Test
	void letsNothingButTheWayBackBeDoneInTheArchive() {
		LandingPage archived = PUBLISHED.archived(by(Act.ARCHIVED));
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> archived.edited(CONTENT, "d2", by(Act.EDITED)));
		assertThatExceptionOfType(WrongState.class)
			.isThrownBy(() -> archived.published(mark(2, "d1"), by(Act.PUBLISHED)));
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> archived.archived(by(Act.ARCHIVED)));
		LandingPage back = archived.unarchived(by(Act.UNARCHIVED));
		assertThat(back.state()).isEqualTo(PageState.DRAFT);
		assertThat(back.isUpToDate()).as("contacts don't see it before it is published anew").isFalse();
		assertThat(back.nextVersion()).isEqualTo(2);
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> PUBLISHED.unarchived(by(Act.UNARCHIVED)));
	}

	@Test
	void canBeDeletedOnlyIfNobodyEverGotALink() {
		assertThat(DRAFT.isDeletable()).isTrue();
		assertThat(PUBLISHED.isDeletable()).isFalse();
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> DRAFT.reverted(CONTENT, "d2", by(Act.DISCARDED)));
	}

	@Test
	void usesAFieldWhileItsDraftOrItsContactsHaveIt() {
		LandingPage without = PUBLISHED.edited(ofNothing(), "d2", by(Act.EDITED));
		assertThat(without.uses("mobile")).as("contacts still see it").isTrue();
		assertThat(without.shows("orders")).isTrue();
		assertThat(without.archived(by(Act.ARCHIVED)).uses("mobile")).isFalse();
		assertThat(DRAFT.uses("mobile")).isTrue();
		assertThat(DRAFT.uses("shoe-size")).isFalse();
	}

	private static PageContent ofNothing() {
		return new PageContent(PageKind.EDIT_OWN_DATA, "", CONTENT.name(), "standard", CONTENT.languages(),
				CONTENT.title(), CONTENT.intro(), List.of(), List.of(), List.of(), List.of(), Localized.NONE,
				CONTENT.button(), CONTENT.confirmation(), CONTENT.rules());
	}

	private static PublishedMark mark(int version, String draft) {
		return PublishedMark.of(new PublishedVersion(version, Instant.EPOCH, CONTENT, List.of(), List.of()), draft,
				Actor.user("karin"));
	}

	private static Changed by(Act act) {
		return Changed.of(act, Instant.EPOCH, Actor.user("karin"));
	}

}
