package dev.insyn.contact.segment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/// A filter being tried on all contacts, as far as it is.
public final class Evaluation {

	private static final int FIRST = 5;

	/// Nobody looks at it any more.
	private static final Duration LEFT = Duration.ofSeconds(10);

	private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

	private final boolean kept;

	private final List<String> first = new ArrayList<>();

	private long matched;

	private double looked;

	private State state = State.RUNNING;

	private Instant asked;

	/// @param kept it goes on, whether somebody waits for it or not
	Evaluation(boolean kept, Instant now) {
		this.kept = kept;
		this.asked = now;
	}

	synchronized void found(List<String> ids, @Nullable String last) {
		this.matched += ids.size();
		ids.stream().limit(Math.max(0, FIRST - this.first.size())).forEach(this.first::add);
		this.looked = (last != null) ? place(last) : 1;
	}

	synchronized void ended(State how) {
		this.state = how;
	}

	synchronized void asked(Instant now) {
		this.asked = now;
	}

	synchronized boolean isLeft(Instant now) {
		return !this.kept && this.asked.plus(LEFT).isBefore(now);
	}

	/// How it stands at this moment.
	public synchronized Standing standing() {
		return new Standing(this.state, this.matched, this.looked, List.copyOf(this.first));
	}

	/// Ids are hashes, so where one stands among all that there could be says how much
	/// lies before it.
	public static double place(String id) {
		double place = 0;
		double weight = 1;
		for (int i = 0; i < 4; i++) {
			weight /= BASE32.length();
			place += weight * sorted(id.charAt(i));
		}
		return place;
	}

	/// Digits sort before letters.
	private static int sorted(char letter) {
		int digits = 6;
		return Character.isDigit(letter) ? letter - '2' : letter - 'a' + digits;
	}

	/// What is known of it.
	///
	/// @param matched whom it fits, of those looked at
	/// @param looked how much of all contacts was looked at, 0 to 1
	/// @param first ids of the first few that it fits
	public record Standing(State state, long matched, double looked, List<String> first) {

		private static final double LEAST = 0.01;

		/// A hundred found by chance are ten more or less.
		private static final int FEWEST = 100;

		/// How many it will probably fit: ids are hashes, so those looked at are as good
		/// as
		/// drawn by lot. Rounded to what can be said after so many.
		/// @return empty where too few were looked at to say
		public OptionalLong likely() {
			if (this.looked < LEAST || this.matched < FEWEST) {
				return OptionalLong.empty();
			}
			double all = this.matched / Math.min(1, this.looked);
			double grain = Math.pow(10, Math.max(0, Math.floor(Math.log10(all)) - 1));
			return OptionalLong.of((long) (Math.round(all / grain) * grain));
		}

		public boolean isDone() {
			return this.state == State.DONE;
		}

		public boolean isRunning() {
			return this.state == State.RUNNING;
		}

	}

	/// How far it is.
	public enum State {

		RUNNING, DONE,

		/// Something was away.
		FAILED,

		/// Nobody waited for it.
		LEFT

	}

}
