package dev.insyn.bench;

import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Page views and updates a second, beside the same gateway in front of a fixed answer, and the processor time that each
/// costs in each process.
final class ThroughTheGateway {

	private static final int USERS = 16;

	/// So many of the contacts are at it: enough that none comes again at once.
	private static final int AT_IT = 200;

	private final RunningStack stack;

	private final BaselineGateway baseline;

	private final List<Contact> contacts;

	private final PrintStream out;

	private final Map<String, Double> costOfView = new LinkedHashMap<>();

	private final Map<String, Double> costOfUpdate = new LinkedHashMap<>();

	ThroughTheGateway(RunningStack stack, BaselineGateway baseline, List<Contact> contacts, PrintStream out) {
		this.stack = stack;
		this.baseline = baseline;
		this.contacts = contacts.subList(0, AT_IT);
		this.out = out;
	}

	void measure(int rounds, Duration round, Duration warmUp) throws InterruptedException {
		Load.Request fixed = (user) -> this.contacts.get(user).view(this.baseline.address());
		Load.Request view = (user) -> this.contacts.get(user).view();
		Duration third = warmUp.dividedBy(3);
		new Load(USERS, third).run(fixed);
		new Load(USERS, third).run(view);
		new Load(USERS, third).run((user) -> this.contacts.get(user).send(this.contacts.get(user).correction()));
		List<Load.Result> fixeds = new ArrayList<>();
		List<Load.Result> views = new ArrayList<>();
		List<Load.Result> updates = new ArrayList<>();
		try (Aftermath aftermath = new Aftermath(this.stack.ready())) {
			for (int i = 0; i < rounds; i++) {
				fixeds.add(new Load(USERS, round).run(fixed));
				ProcessorTime before = ProcessorTime.now(this.stack);
				views.add(new Load(USERS, round).run(view));
				add(this.costOfView, before, views.getLast().answers(), rounds);
				updates.add(updates(round, rounds, aftermath));
			}
		}
		report(fixeds, views, updates);
	}

	/// Reading the form is not part of an update: the forms are read first, then sent as
	/// fast as they are answered.
	/// Each contact's next form needs the answer to its last, so a round goes through the
	/// contacts a few times. What comes after an update (mail, activity, audit) belongs
	/// to
	/// its cost.
	private Load.Result updates(Duration round, int rounds, Aftermath aftermath) throws InterruptedException {
		List<Load.Result> parts = new ArrayList<>();
		for (int part = 0; part < 3; part++) {
			List<Deque<Prepared>> prepared = prepare();
			ProcessorTime before = ProcessorTime.now(this.stack);
			parts.add(new Load(USERS, round).run(prepared));
			aftermath.await();
			add(this.costOfUpdate, before, parts.getLast().answers(), rounds * 3);
		}
		return Load.Result.merged(parts);
	}

	private List<Deque<Prepared>> prepare() {
		List<Deque<Prepared>> perUser = new ArrayList<>();
		for (int user = 0; user < USERS; user++) {
			perUser.add(new ArrayDeque<>());
		}
		for (int i = 0; i < this.contacts.size(); i++) {
			perUser.get(i % USERS).add(new Prepared(this.contacts.get(i), this.contacts.get(i).correction()));
		}
		return perUser;
	}

	private void add(Map<String, Double> cost, ProcessorTime before, long answers, int parts) {
		ProcessorTime.now(this.stack)
			.each(before, answers)
			.forEach((process, millis) -> cost.merge(process, millis / parts, Double::sum));
	}

	private void report(List<Load.Result> fixeds, List<Load.Result> views, List<Load.Result> updates) {
		this.out.println("| through the gateway | per second | ratio to baseline | p50 ms | p99 ms | failures |");
		this.out.println("|---|--:|--:|--:|--:|--:|");
		row("baseline: a fixed 10 KB answer", fixeds, fixeds);
		row("page view", views, fixeds);
		row("update", updates, fixeds);
		this.out.println();
		this.out.println("| processor time in ms | page view | update |");
		this.out.println("|---|--:|--:|");
		this.costOfView
			.forEach((process, millis) -> cost(process, millis, this.costOfUpdate.getOrDefault(process, 0.0)));
		cost("**all but the load generator**", withoutGenerator(this.costOfView), withoutGenerator(this.costOfUpdate));
		this.out.println();
	}

	private static double withoutGenerator(Map<String, Double> cost) {
		return cost.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(ProcessorTime.GENERATOR))
			.mapToDouble(Map.Entry::getValue)
			.sum();
	}

	private void cost(String process, double view, double update) {
		this.out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", process, view, update);
	}

	private void row(String name, List<Load.Result> results, List<Load.Result> baselines) {
		double[] ratios = new double[results.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = results.get(i).rate() / baselines.get(i).rate();
		}
		this.out.printf(Locale.ROOT, "| %s | %.0f | %.2f (%.2f–%.2f) | %.1f | %.1f | %d |%n", name,
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

	/// A filled-in form and the contact whose it is.
	record Prepared(Contact contact, HttpRequest correction) {

		boolean send() {
			return this.contact.send(this.correction);
		}

	}

}
