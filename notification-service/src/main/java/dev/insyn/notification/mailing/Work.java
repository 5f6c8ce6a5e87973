package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Who works on a mailing, and how far it is.
///
/// @param next when instances should look after it; null if they need not
/// @param holder the run that looks through a draft's audience, alone
/// @param after how far the audience was shared out
/// @param listed whether it was to its end
/// @param trouble why it halted by itself, or waits; a stable code
/// @param shares what is being sent
record Work(@Nullable Instant next, @Nullable String holder, @Nullable String after, boolean listed,
		@Nullable String trouble, List<Share> shares) {

	static final Work NONE = new Work(null, null, null, false, null, List.of());

	Work looksAgain(@Nullable Instant when, @Nullable String why) {
		return new Work(when, null, this.after, this.listed, why, this.shares);
	}

	Work heldBy(String run, Instant until) {
		return new Work(until, run, this.after, this.listed, null, this.shares);
	}

	/// @param reached how far the audience is shared out with this
	Work sharing(Share share, @Nullable String reached) {
		return new Work(this.next, this.holder, reached, reached == null, null, and(share));
	}

	Work sharing(Share share) {
		return with(and(share));
	}

	Work nothingShared() {
		return with(List.of());
	}

	Work without(String run) {
		return with(this.shares.stream().filter((share) -> !share.run().equals(run)).toList());
	}

	Work changing(String run, UnaryOperator<Share> change) {
		return with(
				this.shares.stream().map((share) -> share.run().equals(run) ? change.apply(share) : share).toList());
	}

	Optional<Share> of(String run) {
		return this.shares.stream().filter((share) -> share.run().equals(run)).findFirst();
	}

	Optional<Share> free(Instant now) {
		return this.shares.stream().filter((share) -> share.isFree(now)).findFirst();
	}

	/// Whether all that is left to do is in others' hands.
	boolean isOthersAlone(Instant now) {
		return this.listed && !this.shares.isEmpty() && free(now).isEmpty();
	}

	/// Whether somebody sends to those who were put off.
	boolean triesAgain() {
		return this.shares.stream().anyMatch(Share::again);
	}

	private List<Share> and(Share share) {
		return Stream.concat(this.shares.stream(), Stream.of(share)).toList();
	}

	private Work with(List<Share> others) {
		return new Work(this.next, this.holder, this.after, this.listed, this.trouble, others);
	}

}
