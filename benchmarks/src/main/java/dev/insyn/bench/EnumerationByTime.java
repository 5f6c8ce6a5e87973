package dev.insyn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Whether the answer to a typed address, or its time, tells if the address is known. Known and unknown ones are asked
/// with in a random order, one at a time; the page that is looked at right after each shows whether the work that
/// goes on behind an answer does. Beside known and unknown stand two halves of the unknown: what chance alone does.
final class EnumerationByTime {

	/// An address gets a code a minute apart at the earliest.
	private static final Duration APART = Duration.ofSeconds(62);

	private static final long BETWEEN_TWO = TimeUnit.MILLISECONDS.toNanos(30);

	private static final int WARM_UP = 150;

	private final HttpClient http;

	private final RunningStack.Ready ready;

	private final PrintStream out;

	private final Random order = new Random(1);

	EnumerationByTime(HttpClient http, RunningStack.Ready ready, PrintStream out) {
		this.http = http;
		this.ready = ready;
		this.out = out;
	}

	void measure(int rounds) throws IOException, InterruptedException {
		List<Address> addresses = new ArrayList<>();
		for (RunningStack.Link link : this.ready.links()) {
			addresses.add(new Address(link.tenant(), link.email(), true));
			addresses.add(new Address(link.tenant(), unknown(link.email()), false));
		}
		Map<Door, List<Seen>> seen = new EnumMap<>(Door.class);
		for (Door door : Door.values()) {
			for (int i = 0; i < WARM_UP; i++) {
				ask(door, new Address("nordcykel", "nobody" + i + "@warm-up.example", false));
			}
		}
		for (int round = 0; round < rounds; round++) {
			long begin = System.nanoTime();
			Collections.shuffle(addresses, this.order);
			for (Address address : addresses) {
				for (Door door : Door.values()) {
					seen.computeIfAbsent(door, (_) -> new ArrayList<>()).add(ask(door, address));
				}
			}
			if (round < rounds - 1) {
				LockSupport.parkNanos(APART.toNanos() - (System.nanoTime() - begin));
			}
		}
		report(seen);
	}

	/// As long as the known one, at the same domain.
	private static String unknown(String known) {
		return new StringBuilder(known.substring(0, known.indexOf('@'))).reverse()
				+ known.substring(known.indexOf('@'));
	}

	private Seen ask(Door door, Address address) throws IOException, InterruptedException {
		LockSupport.parkNanos(BETWEEN_TWO);
		long begin = System.nanoTime();
		String answer = answer(door.ask(this.ready.gateway(), address.tenant(), address.text()))
			.replace(address.text(), "")
			.replaceAll("\\d+ (sekund|second)\\w*", "");
		long answered = System.nanoTime();
		this.http.send(door.look(this.ready.gateway(), address.tenant()), HttpResponse.BodyHandlers.discarding());
		return new Seen(address.known(), answer, (answered - begin) / 1e6, (System.nanoTime() - answered) / 1e6);
	}

	/// All that can be seen of it but what is random in a cookie.
	private String answer(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + " "
				+ new TreeSet<>(answer.headers().map().keySet()) + " "
				+ answer.headers().firstValue("Set-Cookie").map(String::length).orElse(0) + " " + answer.body();
	}

	private void report(Map<Door, List<Seen>> all) {
		this.out.println("| known beside unknown addresses | asked | different answers | p50 ms | p90 ms | p99 ms |"
				+ " known longer than unknown (a half: nothing to tell) | unknown beside unknown |");
		this.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
		all.forEach((door, seen) -> {
			row(door + ": the answer", seen, seen.stream().mapToDouble(Seen::millis).toArray());
			row(door + ": a page right after", seen, seen.stream().mapToDouble(Seen::afterwards).toArray());
		});
		this.out.println();
	}

	private void row(String name, List<Seen> seen, double[] times) {
		double[] known = IntStream.range(0, times.length)
			.filter((i) -> seen.get(i).known())
			.mapToDouble((i) -> times[i])
			.toArray();
		double[] unknown = IntStream.range(0, times.length)
			.filter((i) -> !seen.get(i).known())
			.mapToDouble((i) -> times[i])
			.toArray();
		Ranks ranks = Ranks.of(known, unknown);
		Ranks chance = Ranks.of(half(unknown, 0), half(unknown, 1));
		this.out.printf(Locale.ROOT, "| %s | %d + %d | %d | %s | %s | %s | %.3f ± %.3f%s | %.3f ± %.3f |%n", name,
				known.length, unknown.length, differences(seen), both(known, unknown, 0.5), both(known, unknown, 0.9),
				both(known, unknown, 0.99), ranks.likely(), ranks.give(), ranks.tellsNothing() ? "" : " **tells**",
				chance.likely(), chance.give());
	}

	private static double[] half(double[] times, int which) {
		return IntStream.range(0, times.length).filter((i) -> i % 2 == which).mapToDouble((i) -> times[i]).toArray();
	}

	/// Answers that only one of the two got.
	private static int differences(List<Seen> seen) {
		Set<String> known = new TreeSet<>();
		Set<String> unknown = new TreeSet<>();
		seen.forEach((one) -> (one.known() ? known : unknown).add(one.answer()));
		Set<String> both = new TreeSet<>(known);
		both.retainAll(unknown);
		return known.size() + unknown.size() - 2 * both.size();
	}

	private static String both(double[] known, double[] unknown, double part) {
		return String.format(Locale.ROOT, "%.1f / %.1f", quantile(known, part), quantile(unknown, part));
	}

	private static double quantile(double[] times, double part) {
		double[] sorted = Arrays.stream(times).sorted().toArray();
		return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
	}

	private record Address(String tenant, String text, boolean known) {
	}

	/// @param millis until the answer
	/// @param afterwards what a page took right after it
	private record Seen(boolean known, String answer, double millis, double afterwards) {
	}

}
