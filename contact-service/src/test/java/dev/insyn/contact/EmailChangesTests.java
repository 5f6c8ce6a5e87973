package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.insyn.contact.EmailChanges.Asked;
import dev.insyn.contact.EmailChanges.Entered;
import org.junit.jupiter.api.Test;

import static dev.insyn.contact.ContactFixtures.TUESDAY;
import static dev.insyn.contact.ContactFixtures.anna;
import static dev.insyn.contact.ContactFixtures.crmSays;
import static dev.insyn.contact.ContactFixtures.edit;
import static org.assertj.core.api.Assertions.assertThat;

/// When an e-mail address changes, and when it doesn't.
class EmailChangesTests {

	private static final String OLD = "anna.lindqvist@kund.example";

	private static final String NEW = "anna@ny.example";

	/// Red when `changesWithoutCode` is not asked: then the address changes at once.
	@Test
	void anotherAddressIsOnlyAskedForWhileTheRestHolds() {
		Contact.Changed changed = anna().update(edit(anna(), TUESDAY, "email", NEW, "title", "Inköpare"));
		assertThat(changed.asked()).isEqualTo(Asked.CODE_SENT);
		assertThat(changed.fields()).containsExactly("title");
		assertThat(changed.contact().value("email")).isEqualTo(OLD);
		assertThat(changed.confirmed()).isFalse();
		assertThat(changed.contact().toString() + changed.contact().emailChanges()).doesNotContain(NEW);
	}

	@Test
	void theCodeMakesItHold() {
		Contact.Entering entering = enter(asked(), true, TUESDAY.plusSeconds(60));
		assertThat(entering.outcome()).isEqualTo(Entered.RIGHT);
		assertThat(entering.changed().contact().value("email")).isEqualTo(NEW);
		assertThat(entering.changed().contact().version()).isEqualTo(2);
		assertThat(entering.changed().contact().emailChanges().pending()).isNull();
		assertThat(entering.changed().contact().emailChanges().notices()).singleElement()
			.satisfies((notice) -> assertThat(notice.before()).isEqualTo(OLD));
	}

	/// Red when wrong codes are not counted.
	@Test
	void fiveWrongCodesAndEvenTheRightOneComesTooLate() {
		Contact contact = asked();
		for (int i = 1; i < EmailChange.TRIES; i++) {
			Contact.Entering wrong = enter(contact, false, TUESDAY.plusSeconds(i));
			assertThat(wrong.outcome()).isEqualTo(Entered.WRONG);
			contact = wrong.changed().contact();
		}
		Contact.Entering fifth = enter(contact, false, TUESDAY.plusSeconds(5));
		assertThat(fifth.outcome()).isEqualTo(Entered.TOO_MANY_TRIES);
		Contact.Entering right = enter(fifth.changed().contact(), true, TUESDAY.plusSeconds(6));
		assertThat(right.outcome()).isEqualTo(Entered.TOO_MANY_TRIES);
		assertThat(right.changed().contact().value("email")).isEqualTo(OLD);
	}

	/// Red when the code's time is not looked at.
	@Test
	void aCodeWorksForTenMinutes() {
		assertThat(enter(asked(), true, TUESDAY.plus(EmailChange.LIFETIME).minusSeconds(1)).outcome())
			.isEqualTo(Entered.RIGHT);
		assertThat(enter(asked(), true, TUESDAY.plus(EmailChange.LIFETIME)).outcome()).isEqualTo(Entered.EXPIRED);
	}

	@Test
	void askingForTheSameSendsNoOtherCode() {
		Contact.Changed again = asked().update(edit(asked(), TUESDAY.plusSeconds(30), "email", NEW));
		assertThat(again.asked()).isEqualTo(Asked.ALREADY_ASKED);
		assertThat(again.contact().emailChanges()).isEqualTo(asked().emailChanges());
	}

	/// Red when withdrawing forgets how many codes were sent.
	@Test
	void fiveCodesADayToWhateverAddressAndHoweverOftenWithdrawn() {
		Contact contact = anna();
		Instant now = TUESDAY;
		for (int i = 0; i < EmailChanges.CODES_A_DAY; i++) {
			now = now.plusSeconds(90);
			Contact.Changed changed = contact.update(edit(contact, now, "email", "anna" + i + "@ny.example"));
			assertThat(changed.asked()).isEqualTo(Asked.CODE_SENT);
			contact = changed.contact().withdrawEmailChange();
		}
		assertThat(contact.update(edit(contact, now.plusSeconds(90), "email", NEW)).asked()).isEqualTo(Asked.LIMIT);
		assertThat(contact.update(edit(contact, now.plus(Duration.ofDays(1)), "email", NEW)).asked())
			.isEqualTo(Asked.CODE_SENT);
	}

	@Test
	void anotherCodeComesAfterAMinuteAndTheFirstNoLongerWorks() {
		EmailAsking soon = new EmailAsking("change-2", "sv", TUESDAY.plusSeconds(59));
		assertThat(asked().askAgain(soon).outcome()).isEqualTo(Asked.TOO_SOON);
		Contact.Asking again = asked().askAgain(new EmailAsking("change-2", "sv", TUESDAY.plusSeconds(60)));
		assertThat(again.outcome()).isEqualTo(Asked.CODE_SENT);
		assertThat(again.contact().emailChanges().pending()).isNotNull()
			.satisfies((pending) -> assertThat(pending.id()).isEqualTo("change-2"));
		assertThat(anna().askAgain(soon).outcome()).isEqualTo(Asked.NOTHING_ASKED);
	}

	/// Red when the address's version is not compared.
	@Test
	void whatTheCrmSetMeanwhileIsNotOverwritten() {
		Contact meanwhile = asked().hear(crmSays(2, TUESDAY.plusSeconds(60), "email", "anna@crm.example")).contact();
		Contact.Entering entering = enter(meanwhile, true, TUESDAY.plusSeconds(120));
		assertThat(entering.outcome()).isEqualTo(Entered.CHANGED_ELSEWHERE);
		assertThat(entering.changed().contact().value("email")).isEqualTo("anna@crm.example");
		Contact same = asked().hear(crmSays(2, TUESDAY.plusSeconds(60), "email", NEW)).contact();
		assertThat(enter(same, true, TUESDAY.plusSeconds(120)).outcome()).isEqualTo(Entered.RIGHT);
	}

	@Test
	void removingTheAddressHoldsAtOnceAndTheOldOneIsTold() {
		Contact.Changed changed = anna().update(edit(anna(), TUESDAY, "email", null));
		assertThat(changed.contact().value("email")).isNull();
		assertThat(changed.asked()).isNull();
		assertThat(changed.contact().emailChanges().notices()).singleElement()
			.satisfies((notice) -> assertThat(notice.before()).isEqualTo(OLD));
	}

	@Test
	void whatIsOverIsForgotten() {
		Contact changed = enter(asked(), true, TUESDAY).changed().contact();
		assertThat(changed.emailChanges().notice("change-1", TUESDAY.plus(Duration.ofDays(6)))).isPresent();
		assertThat(changed.emailChanges().notice("change-1", TUESDAY.plus(Duration.ofDays(8)))).isEmpty();
		assertThat(asked().emailChanges().told(TUESDAY.plus(Duration.ofHours(23)))).isPresent();
		assertThat(asked().emailChanges().told(TUESDAY.plus(Duration.ofHours(25)))).isEmpty();
	}

	private static Contact asked() {
		return anna().update(edit(anna(), TUESDAY, Map.of(), "email", NEW)).contact();
	}

	private static Contact.Entering enter(Contact contact, boolean right, Instant at) {
		return contact.enterCode(right, new Provenance("page:P05", "contact:" + contact.id(), at));
	}

}
