package dev.insyn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// `./bench`: page views, updates, event latency, start-up and memory of the running
/// whole, in rounds that alternate with their baselines, so that a ratio holds when the
/// machine's speed drifts. Prints Markdown.
public final class Bench {

	private static final int USERS = 16;

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 60));

	private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 8));

	private static final PrintStream OUT = System.out;

	private Bench() {
	}

	public static void main(String[] arguments) throws Exception {
		Path root = Path.of(arguments[0]);
		try (RunningStack stack = RunningStack.start(root, root.resolve(".insyn/bench"));
				FixedAnswer answer = FixedAnswer.start();
				BaselineGateway baseline = BaselineGateway.start(stack, answer)) {
			HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
			List<Contact> contacts = contacts(stack, http);
			reportStart(stack);
			reportHttp(contacts, baseline);
			reportLatency(stack, contacts);
			reportMemory(stack);
		}
	}

	private static List<Contact> contacts(RunningStack stack, HttpClient http)
			throws IOException, InterruptedException {
		List<Contact> contacts = new ArrayList<>();
		for (RunningStack.Link link : stack.ready().links().stream().limit(100).toList()) {
			contacts.add(Contact.open(http, stack.ready().gateway(), link));
		}
		return contacts;
	}

	private static void reportStart(RunningStack stack) {
		OUT.printf(Locale.ROOT, "Ready after %.1f s (of a finished build, demo data and links included)%n%n",
				stack.startUp().toMillis() / 1000.0);
	}

	private static void reportHttp(List<Contact> contacts, BaselineGateway baseline) throws InterruptedException {
		Load.Request fixed = (user) -> contacts.get(user).view(baseline.address());
		Load.Request view = (user) -> contacts.get(user).view();
		Duration third = WARM_UP.dividedBy(3);
		new Load(USERS, third).run(fixed);
		new Load(USERS, third).run(view);
		new Load(USERS, third).run((user) -> contacts.get(user).send(contacts.get(user).correction()));
		List<Load.Result> fixeds = new ArrayList<>();
		List<Load.Result> views = new ArrayList<>();
		List<Load.Result> updates = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			fixeds.add(new Load(USERS, ROUND).run(fixed));
			views.add(new Load(USERS, ROUND).run(view));
			updates.add(updates(contacts));
		}
		OUT.println("| through the gateway | per second | ratio to baseline | p50 ms | p99 ms | failures |");
		OUT.println("|---|--:|--:|--:|--:|--:|");
		row("baseline: a fixed 10 KB answer", fixeds, fixeds);
		row("page view", views, fixeds);
		row("update", updates, fixeds);
		OUT.println();
	}

	/// Reading the form is not part of an update's time: the forms are read first, then
	/// sent as fast as they are answered. Each contact's next form needs the answer to
	/// its
	/// last, so a round goes through the contacts a few times.
	private static Load.Result updates(List<Contact> contacts) throws InterruptedException {
		List<Load.Result> parts = new ArrayList<>();
		for (int part = 0; part < 5; part++) {
			List<Deque<Prepared>> prepared = prepare(contacts);
			parts.add(new Load(USERS, ROUND).run(prepared));
		}
		return Load.Result.merged(parts);
	}

	private static List<Deque<Prepared>> prepare(List<Contact> contacts) {
		List<Deque<Prepared>> perUser = new ArrayList<>();
		for (int user = 0; user < USERS; user++) {
			perUser.add(new ArrayDeque<>());
		}
		for (int i = 0; i < contacts.size(); i++) {
			perUser.get(i % USERS).add(new Prepared(contacts.get(i), contacts.get(i).correction()));
		}
		return perUser;
	}

	private static void row(String name, List<Load.Result> results, List<Load.Result> baseline) {
		double[] ratios = new double[results.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = results.get(i).rate() / baseline.get(i).rate();
		}
		OUT.printf(Locale.ROOT, "| %s | %.0f | %.2f (%.2f–%.2f) | %.1f | %.1f | %d |%n", name,
				median(results.stream().mapToDouble(Load.Result::rate)), median(DoubleStream.of(ratios)),
				DoubleStream.of(ratios).min().orElse(0), DoubleStream.of(ratios).max().orElse(0),
				median(results.stream().mapToDouble(Load.Result::p50)),
				median(results.stream().mapToDouble(Load.Result::p99)),
				results.stream().mapToLong(Load.Result::failures).sum());
	}

	private static double median(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static void reportLatency(RunningStack stack, List<Contact> contacts) throws InterruptedException {
		EventLatency latency = new EventLatency(stack.ready().kafka(), 50, Duration.ofSeconds(20));
		OUT.println("| at 50 a second | p50 ms | p99 ms | missing |");
		OUT.println("|---|--:|--:|--:|");
		for (int round = 0; round < 3; round++) {
			latencyRow("baseline: a record straight to the broker, to a consumer", latency.ofPlainRecords());
			latencyRow("*update* pressed, until a CRM's consumer has the event", latency.ofUpdates(contacts));
		}
		OUT.println();
	}

	private static void latencyRow(String name, EventLatency.Result result) {
		OUT.printf(Locale.ROOT, "| %s | %.1f | %.1f | %d |%n", name, result.p50(), result.p99(), result.missing());
	}

	private static void reportMemory(RunningStack stack) throws IOException {
		OUT.println("| resident after the load | MiB |");
		OUT.println("|---|--:|");
		long total = 0;
		for (RunningStack.Service service : stack.ready().services()) {
			long resident = service.residentMebibytes();
			total += resident;
			OUT.printf(Locale.ROOT, "| %s | %d |%n", service.name(), resident);
		}
		OUT.printf(Locale.ROOT, "| **the whole stack** | **%d** |%n", total);
	}

	/// A filled-in form and the contact whose it is.
	record Prepared(Contact contact, HttpRequest correction) {

		boolean send() {
			return this.contact.send(this.correction);
		}

	}

}
