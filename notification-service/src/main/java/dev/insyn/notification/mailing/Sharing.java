package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Shares a mailing out among all who work on it, in this instance and in others. Who has which share under which lease, and
/// how far the audience was shared out, stands in the mailing's own document: each step is one write, which fails if another
/// was quicker. So no contact is in two shares at once, and none is forgotten.
@Component
class Sharing {

	private final Mailings mailings;

	private final Recipients recipients;

	private final Audiences audiences;

	private final MailingSettings settings;

	private final Clock clock = Clock.systemUTC();

	Sharing(Mailings mailings, Recipients recipients, Audiences audiences, MailingSettings settings) {
		this.mailings = mailings;
		this.recipients = recipients;
		this.audiences = audiences;
		this.settings = settings;
	}

	/// What to work on next: what somebody left behind, who was put off and may be tried
	/// again, or the next of the audience.
	/// @return empty if there is nothing now, or the mailing is not to be sent now
	/// @throws dev.insyn.notification.NotDelivered if the audience can't be had
	Optional<Share> next(TenantId tenant, String mailing, boolean somePutOff) {
		while (true) {
			Mailing seen = this.mailings.find(tenant, mailing).orElseThrow().state();
			Optional<Wish> wish = seen.isSending() ? wish(tenant, mailing, seen, somePutOff) : Optional.empty();
			if (wish.isEmpty()) {
				return Optional.empty();
			}
			Optional<Share> mine = take(tenant, mailing, wish.get());
			if (mine.isPresent()) {
				return mine;
			}
		}
	}

	private Optional<Wish> wish(TenantId tenant, String mailing, Mailing seen, boolean somePutOff) {
		Work work = seen.work();
		Optional<Share> left = work.free(now());
		if (left.isPresent()) {
			Share mine = left.get().taken(newRun(), lease());
			return Optional.of(new Wish(work, mine, (now) -> now.changing(left.get().run(), (free) -> mine)));
		}
		if ((somePutOff || work.listed()) && !work.triesAgain()) {
			List<String> due = this.recipients.due(tenant, mailing, now(), ContactsToMail.AT_ONCE);
			if (!due.isEmpty()) {
				Share mine = new Share(newRun(), lease(), due, true);
				return Optional.of(new Wish(work, mine, (now) -> now.sharing(mine)));
			}
		}
		return work.listed() ? Optional.empty() : Optional.of(nextOfAudience(tenant, seen));
	}

	private Wish nextOfAudience(TenantId tenant, Mailing seen) {
		Audiences.Page page = this.audiences.page(tenant, seen.audience(), seen.work().after(), ContactsToMail.AT_ONCE);
		Share mine = new Share(newRun(), lease(), page.contacts(), false);
		return new Wish(seen.work(), mine, (now) -> now.sharing(mine, page.next()));
	}

	private Optional<Share> take(TenantId tenant, String mailing, Wish wish) {
		return this.mailings
			.change(tenant, mailing, (now) -> (now.isSending() && wish.isStillRight(now.work()))
					? Change.of(now.working(wish.change())) : Change.unchanged(now))
			.state()
			.work()
			.of(wish.share().run());
	}

	/// The mailing is gone through as far as the share goes.
	void finished(TenantId tenant, String mailing, Share share) {
		change(tenant, mailing, share, (work) -> work.without(share.run()));
	}

	/// Somebody else may go on with it.
	void leave(TenantId tenant, String mailing, Share share) {
		change(tenant, mailing, share, (work) -> work.changing(share.run(), (mine) -> mine.heldUntil(now())));
	}

	private void change(TenantId tenant, String mailing, Share share, UnaryOperator<Work> change) {
		this.mailings.change(tenant, mailing, (now) -> now.work().of(share.run()).isPresent()
				? Change.of(now.working(change)) : Change.unchanged(now));
	}

	private Instant lease() {
		return now().plus(this.settings.lease());
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static String newRun() {
		return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
	}

	/// @param seen the work as it was when this was wished for
	private record Wish(Work seen, Share share, UnaryOperator<Work> change) {

		/// Whether nobody took or gave back anything, and the audience was not shared out
		/// further; leases may have been
		/// renewed.
		boolean isStillRight(Work now) {
			return Objects.equals(this.seen.after(), now.after()) && this.seen.listed() == now.listed()
					&& runs(this.seen).equals(runs(now));
		}

		private static List<String> runs(Work work) {
			return work.shares().stream().map(Share::run).toList();
		}

	}

}
