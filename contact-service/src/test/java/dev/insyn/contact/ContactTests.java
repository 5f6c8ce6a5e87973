package dev.insyn.contact;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static dev.insyn.contact.ContactFixtures.ANNA;
import static dev.insyn.contact.ContactFixtures.MONDAY;
import static dev.insyn.contact.ContactFixtures.TUESDAY;
import static dev.insyn.contact.ContactFixtures.WEDNESDAY;
import static dev.insyn.contact.ContactFixtures.anna;
import static dev.insyn.contact.ContactFixtures.crmSays;
import static dev.insyn.contact.ContactFixtures.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What a contact and its CRM may do to a contact's data. Each rule was switched off once in [Contact] and its test seen
/// red.
class ContactTests {

	private static final Instant LATER_ON_TUESDAY = TUESDAY.plusSeconds(3_600);

	@Test
	void rememberWhereEachValueCameFrom() {
		FieldValue phone = held(updated(anna(), edit(anna(), TUESDAY, "phone", "+46709876543")), "phone");

		assertThat(phone.provenance()).isEqualTo(new Provenance("page:P05", "contact:" + ANNA, TUESDAY));
		assertThat(held(anna(), "phone").provenance()).isEqualTo(new Provenance("crm:webcrm", "system:webcrm", MONDAY));
	}

	@Test
	void anUpdateChangesOnlyWhatTheContactChanged() {
		Contact.Changed changed = anna().update(edit(anna(), TUESDAY, "phone", "+46709876543", "first-name", "Anna"));

		assertThat(changed.changes()).containsExactly(new FieldChange("phone", "+46701234567", "+46709876543"));
		assertThat(changed.contact().version()).isEqualTo(2);
		assertThat(held(changed.contact(), "phone").version()).isEqualTo(2);
		assertThat(held(changed.contact(), "first-name").version()).isEqualTo(1);
		assertThat(changed.confirmed()).isFalse();
	}

	@Test
	void anUpdateThatChangesNothingConfirms() {
		Contact.Changed changed = anna().update(edit(anna(), TUESDAY));

		assertThat(changed.confirmed()).isTrue();
		assertThat(changed.contact().confirmedAt()).isEqualTo(TUESDAY);
		assertThat(changed.contact().version()).isEqualTo(1);
	}

	@Test
	void aPagesHiddenFieldsAreWrittenOnAConfirmationToo() {
		Contact.Changed changed = anna().update(edit(anna(), TUESDAY, Map.of("updated-on", "2026-11-17")));

		assertThat(changed.confirmed()).isTrue();
		assertThat(changed.contact().value("updated-on")).isEqualTo("2026-11-17");
		assertThat(changed.contact().version()).isEqualTo(2);
	}

	@Test
	void refusesAnEditOfWhatChangedSinceItWasShown() {
		Contact atTheOtherBrowser = updated(anna(), edit(anna(), TUESDAY, "phone", "+46701111111"));

		assertThatExceptionOfType(FieldConflict.class)
			.isThrownBy(() -> atTheOtherBrowser
				.update(edit(anna(), LATER_ON_TUESDAY, "phone", "+46702222222", "first-name", "Ann")))
			.satisfies((conflict) -> assertThat(conflict.conflicts())
				.containsExactly(new FieldConflict.Side("phone", 1, 2, "+46701111111", "+46702222222")))
			.withMessage("Changed elsewhere: [phone]");
	}

	@Test
	void twoWhoWantTheSameAreNoConflict() {
		Contact atTheOtherBrowser = updated(anna(), edit(anna(), TUESDAY, "phone", "+46701111111"));

		assertThat(atTheOtherBrowser.update(edit(anna(), LATER_ON_TUESDAY, "phone", "+46701111111")).confirmed())
			.isTrue();
	}

	@Test
	void aValueThatAppearedSinceIsAConflictToo() {
		Contact withTitle = updated(anna(), edit(anna(), TUESDAY, "title", "Inköpare"));

		assertThatExceptionOfType(FieldConflict.class)
			.isThrownBy(() -> withTitle.update(edit(anna(), LATER_ON_TUESDAY, "title", "Chef")));
	}

	@Test
	void aClearedFieldIsShownAsNone() {
		Contact cleared = updated(anna(), edit(anna(), TUESDAY, "phone", null));

		assertThat(cleared.present()).doesNotContainKey("phone");
		assertThat(held(cleared, "phone").shownVersion()).isZero();
		assertThat(held(updated(cleared, edit(cleared, WEDNESDAY, "phone", "+46703333333")), "phone").version())
			.isEqualTo(3);
	}

	@Test
	void aCrmChangeFromBeforeTheContactsOwnDoesNotUndoIt() {
		Contact edited = updated(anna(), edit(anna(), WEDNESDAY, "phone", "+46709876543"));

		Contact.Changed changed = edited.hear(crmSays(2, TUESDAY, "phone", "+46700000000"));

		assertThat(changed.changes()).isEmpty();
		assertThat(changed.contact().value("phone")).isEqualTo("+46709876543");
	}

	@Test
	void aCrmChangeFromAfterTheContactsOwnHolds() {
		Contact edited = updated(anna(), edit(anna(), TUESDAY, "phone", "+46709876543"));

		Contact.Changed changed = edited.hear(crmSays(2, WEDNESDAY, "phone", "+46700000000"));

		assertThat(changed.changes()).containsExactly(new FieldChange("phone", "+46709876543", "+46700000000"));
	}

	@Test
	void aCrmThatHasNotHeardOfAnEditDoesNotUndoItByRepeatingTheOldValue() {
		Contact edited = updated(anna(), edit(anna(), TUESDAY, "phone", "+46709876543"));

		Contact.Changed changed = edited
			.hear(crmSays(2, WEDNESDAY, "phone", "+46701234567", "first-name", "Anna-Lisa"));

		assertThat(changed.changes()).containsExactly(new FieldChange("first-name", "Anna", "Anna-Lisa"));
		assertThat(changed.contact().value("phone")).isEqualTo("+46709876543");
	}

	@Test
	void aCrmThatEchoesAnEditChangesNothing() {
		Contact edited = updated(anna(), edit(anna(), TUESDAY, "phone", "+46709876543"));

		Contact.Changed echo = edited.hear(crmSays(2, WEDNESDAY, "phone", "+46709876543"));

		assertThat(echo.changes()).isEmpty();
		assertThat(echo.contact().version()).isEqualTo(2);
		assertThat(held(echo.contact(), "phone").provenance().source()).isEqualTo("page:P05");
	}

	@Test
	void aCrmThatTookOverAnEditMayTakeItBack() {
		Contact echoed = updated(anna(), edit(anna(), TUESDAY, "phone", "+46709876543"))
			.hear(crmSays(2, TUESDAY.plusSeconds(1), "phone", "+46709876543"))
			.contact();

		assertThat(echoed.hear(crmSays(3, WEDNESDAY, "phone", "+46701234567")).contact().value("phone"))
			.isEqualTo("+46701234567");
	}

	@Test
	void whatTheCrmDoesNotMentionStaysAndANullClears() {
		Contact heard = anna().hear(crmSays(2, TUESDAY, "phone", null)).contact();

		assertThat(heard.present()).containsOnlyKeys("first-name", "last-name", "email");
	}

	@Test
	void namesNoDataInWhatMayReachALog() {
		OwnDataUpdate update = edit(anna(), TUESDAY, "phone", "+46709876543");
		Contact.Changed changed = anna().update(update);

		assertThat(changed.toString() + update + anna().fields() + crmSays(1, MONDAY, "email", "anna@kund.example"))
			.doesNotContain("Anna", "Lindqvist", "kund.example", "+4670");
	}

	private static FieldValue held(Contact contact, String field) {
		return Objects.requireNonNull(contact.fields().get(field));
	}

	private static Contact updated(Contact contact, OwnDataUpdate update) {
		return contact.update(update).contact();
	}

}
