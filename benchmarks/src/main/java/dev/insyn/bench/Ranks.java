package dev.insyn.bench;

import java.util.Arrays;
import java.util.stream.Stream;

/// Two lists of times beside each other (Mann and Whitney): how likely one of the first is longer than one of the
/// second. A half means that nobody who sees one time can say from which list it is.
///
/// @param likely between 0 and 1
/// @param give half the width of its 95 % interval, if the lists don't differ
record Ranks(double likely, double give) {

	static Ranks of(double[] first, double[] second) {
		Time[] all = Stream
			.concat(Arrays.stream(first).mapToObj((time) -> new Time(time, true)),
					Arrays.stream(second).mapToObj((time) -> new Time(time, false)))
			.sorted((a, b) -> Double.compare(a.millis(), b.millis()))
			.toArray(Time[]::new);
		double ranks = 0;
		for (int from = 0; from < all.length;) {
			int to = from;
			while (to < all.length && all[to].millis() == all[from].millis()) {
				to++;
			}
			double shared = (from + 1 + to) / 2.0;
			ranks += shared * Arrays.stream(all, from, to).filter(Time::isFirst).count();
			from = to;
		}
		double n = first.length;
		double m = second.length;
		return new Ranks((ranks - n * (n + 1) / 2) / (n * m), 1.96 * Math.sqrt((n + m + 1) / (12 * n * m)));
	}

	boolean tellsNothing() {
		return Math.abs(this.likely - 0.5) <= this.give;
	}

	private record Time(double millis, boolean isFirst) {
	}

}
