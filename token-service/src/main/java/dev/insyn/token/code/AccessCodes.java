package dev.insyn.token.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Proves by a mailed code that somebody is a contact: a challenge is opened, its code mailed to the address on file, and
/// entered.
///
/// A code works for ten minutes and five tries, which are counted in the challenge's document, so no faster by guessing in
/// parallel. Whether anybody gets the code changes nothing that the asker sees: a challenge without a contact takes
/// the same time and the same five tries, and no code is right.
@Component
public class AccessCodes {

	private static final Duration REMEMBERED = Duration.ofHours(1);

	private final TenantDocuments<AccessCode> documents;

	private final CodeDigits digits;

	private final PacingCodes pacing;

	private final AccessCodeSettings settings;

	private final Clock clock;

	AccessCodes(TenantDocumentsFactory documents, CodeDigits digits, PacingCodes pacing, AccessCodeSettings settings,
			Clock clock) {
		this.documents = documents.of("access_codes", AccessCode.class);
		this.digits = digits;
		this.pacing = pacing;
		this.settings = settings;
		this.clock = clock;
	}

	/// How long a code works.
	public Duration lifetime() {
		return this.settings.lifetime();
	}

	/// Opens a challenge that nobody can answer yet.
	/// @param page of a link
	/// @param language in which whoever asks reads
	/// @return its id, for the browser that asks and nobody else
	public String open(TenantId tenant, Purpose purpose, @Nullable String page, String language) {
		String challenge = CodeDigits.newChallenge();
		this.documents.insert(tenant, challenge,
				Change.of(AccessCode.asked(purpose, page, language, now(), this.settings.lifetime())));
		return challenge;
	}

	/// Has the code mailed to the first of the contacts, unless it got one a moment ago
	/// or too many today; then no code will be right.
	/// @param contacts those that the code stands for, all with the same address
	/// @return whether it is mailed
	public boolean send(TenantId tenant, String challenge, List<String> contacts) {
		if (contacts.isEmpty() || !this.pacing.take(tenant, contacts.getFirst()).isZero()) {
			return false;
		}
		return change(tenant, challenge, (code) -> {
			if (!code.contacts().isEmpty() || !code.isOpen(now(), this.settings.tries())) {
				return Change.unchanged(code);
			}
			AccessCode sent = code.sentTo(contacts);
			return Change.of(sent).with(AccessCodeMessaging.requested(tenant, challenge, sent, now()));
		}).isPresent();
	}

	/// Opens a challenge for a contact that is known already, and has its code mailed.
	public String ask(TenantId tenant, String contact, Purpose purpose, @Nullable String page, String language) {
		String challenge = open(tenant, purpose, page, language);
		send(tenant, challenge, List.of(contact));
		return challenge;
	}

	/// @param challenge what the browser says; an unknown one is as good as an expired
	/// one
	public Answer enter(TenantId tenant, Purpose purpose, String challenge, String typed) {
		boolean same = CodeDigits.isSame(this.digits.of(tenant, purpose, challenge), typed);
		Entered[] outcome = { Entered.EXPIRED };
		Optional<AccessCode> after = change(tenant, challenge, (code) -> {
			AccessCode.Entering entering = code.enter(same && code.purpose() == purpose, now(), this.settings.tries());
			outcome[0] = entering.outcome();
			return entering.after().equals(code) ? Change.unchanged(code) : Change.of(entering.after());
		});
		return after.map((code) -> Answer.of(outcome[0], code, this.settings.tries())).orElse(Answer.NONE);
	}

	/// The challenge's contacts, once the right code was entered and as long as it would
	/// have worked.
	public List<String> proven(TenantId tenant, Purpose purpose, String challenge) {
		return this.documents.find(tenant, challenge)
			.map(Stored::state)
			.filter((code) -> code.purpose() == purpose && code.entered() != null && now().isBefore(code.expires()))
			.map(AccessCode::contacts)
			.orElse(List.of());
	}

	/// What the code was for has begun. A second press of the same click still finds it
	/// right for ten seconds; whoever closes it makes sure that it begins nothing more.
	public void close(TenantId tenant, String challenge) {
		change(tenant, challenge, (code) -> Change.of(code.closed(now())));
	}

	/// What a mail brings, as long as it makes sense.
	Optional<Mailed> mailed(TenantId tenant, String challenge) {
		return this.documents.find(tenant, challenge)
			.map(Stored::state)
			.filter((code) -> !code.contacts().isEmpty() && code.isOpen(now(), this.settings.tries()))
			.map((code) -> new Mailed(this.digits.of(tenant, code.purpose(), challenge), code.expires(),
					code.language()));
	}

	@Scheduled(initialDelay = 12, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("expires", this.clock.instant().minus(REMEMBERED));
	}

	private Optional<AccessCode> change(TenantId tenant, String challenge,
			Function<AccessCode, Change<AccessCode>> act) {
		try {
			return Optional.of(this.documents.change(tenant, challenge, act).state());
		}
		catch (NotFound unknownOrForgotten) {
			return Optional.empty();
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/// What became of a code that was entered.
	///
	/// @param contacts who it proves to be; none unless it was right
	/// @param triesLeft how many wrong ones may still be entered
	/// @param page of a link
	public record Answer(Entered outcome, List<String> contacts, int triesLeft, @Nullable String page) {

		static final Answer NONE = new Answer(Entered.EXPIRED, List.of(), 0, null);

		static Answer of(Entered outcome, AccessCode code, int tries) {
			return new Answer(outcome, (outcome == Entered.RIGHT) ? code.contacts() : List.of(),
					Math.max(0, tries - code.wrong()), code.page());
		}

	}

	/// @param code six digits
	/// @param language in which whoever asked reads
	record Mailed(String code, Instant expires, String language) {

		@Override
		public String toString() {
			return "Mailed[]";
		}

	}

}
