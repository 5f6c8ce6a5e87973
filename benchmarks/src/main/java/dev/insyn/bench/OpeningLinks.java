package dev.insyn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/// Links opened a second: *continue* pressed, one write with an event, a session signed. Its baseline is the same gateway in
/// front of a fixed answer.
final class OpeningLinks {

	private static final int USERS = 16;

	/// As many links take turns.
	private static final int LINKS = 2000;

	private final HttpClient http;

	private final Audience audience;

	private final BaselineGateway baseline;

	private final List<Contact> contacts;

	private final PrintStream out;

	OpeningLinks(HttpClient http, Audience audience, BaselineGateway baseline, List<Contact> contacts,
			PrintStream out) {
		this.http = http;
		this.audience = audience;
		this.baseline = baseline;
		this.contacts = contacts;
		this.out = out;
	}

	void measure(int rounds, Duration round) throws IOException, InterruptedException {
		List<URI> links = new ArrayList<>();
		for (JsonNode link : this.audience
			.issue(IntStream.range(0, LINKS).mapToObj((i) -> BulkIssue.contact()).toList())
			.path("links")) {
			links.add(URI.create(link.path("url").asString()));
		}
		AtomicInteger next = new AtomicInteger();
		Load.Request fixed = (user) -> this.contacts.get(user).view(this.baseline.address());
		Load.Request opening = (_) -> open(links.get(Math.floorMod(next.getAndIncrement(), LINKS)));
		new Load(USERS, round).run(fixed);
		new Load(USERS, round.multipliedBy(2)).run(opening);
		List<Load.Result> baselines = new ArrayList<>();
		List<Load.Result> opened = new ArrayList<>();
		for (int i = 0; i < rounds; i++) {
			baselines.add(new Load(USERS, round).run(fixed));
			opened.add(new Load(USERS, round).run(opening));
		}
		report(baselines, opened);
	}

	private boolean open(URI link) {
		try {
			return this.http
				.send(HttpRequest.newBuilder(link)
					.timeout(Duration.ofSeconds(10))
					.header("Sec-Fetch-Site", "same-origin")
					.header("Sec-Fetch-User", "?1")
					.POST(HttpRequest.BodyPublishers.noBody())
					.build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 303;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void report(List<Load.Result> baselines, List<Load.Result> opened) {
		double[] ratios = IntStream.range(0, opened.size())
			.mapToDouble((i) -> opened.get(i).rate() / baselines.get(i).rate())
			.sorted()
			.toArray();
		this.out.println("| links opened | per second | ratio to baseline | p50 ms | p99 ms | failures |");
		this.out.println("|---|--:|--:|--:|--:|--:|");
		this.out.printf(Locale.ROOT, "| baseline: a fixed 10 KB answer | %.0f | 1.00 | | | |%n",
				median(baselines.stream().mapToDouble(Load.Result::rate)));
		this.out.printf(Locale.ROOT, "| `POST /l/{token}` | %.0f | %.2f (%.2f–%.2f) | %.1f | %.1f | %d |%n%n",
				median(opened.stream().mapToDouble(Load.Result::rate)), ratios[ratios.length / 2], ratios[0],
				ratios[ratios.length - 1], median(opened.stream().mapToDouble(Load.Result::p50)),
				median(opened.stream().mapToDouble(Load.Result::p99)),
				opened.stream().mapToLong(Load.Result::failures).sum());
	}

	private static double median(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		return sorted[sorted.length / 2];
	}

}
