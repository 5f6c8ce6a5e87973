package dev.insyn.bench;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `./bench`: page views, updates, event latency, processor time, start-up and memory of the running whole, in rounds
/// that alternate with their baselines, so that a ratio holds when the machine's speed drifts. Prints Markdown.
public final class Bench {

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 60));

	private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 8));

	private static final int UPDATES_A_SECOND = 50;

	private static final Duration LATENCY_ROUND = Duration.ofSeconds(20);

	/// An address is allowed three wishes for a new link in an hour.
	private static final int ENUMERATIONS = 3;

	/// Each update of a latency round has a contact of its own.
	private static final int CONTACTS = UPDATES_A_SECOND * 20;

	/// Where contacts only look, and at what needs no service.
	private static final int FEW = 16;

	/// Beside them the page has one report.
	private static final int FIELDS = 20;

	private static final Set<String> PARTS = Set
		.of(System.getProperty("bench.parts", "http,latency,links,bulk").split(","));

	private static final int CONTACTS_AT_IT = (PARTS.contains("http") || PARTS.contains("latency")) ? CONTACTS : FEW;

	private static final PrintStream OUT = System.out;

	private Bench() {
	}

	public static void main(String[] arguments) throws Exception {
		Path root = Path.of(arguments[0]);
		try (RunningStack stack = RunningStack.start(root, root.resolve(".insyn/bench"), CONTACTS);
				FixedAnswer answer = FixedAnswer.start();
				BaselineGateway baseline = BaselineGateway.start(stack, answer)) {
			OUT.printf(Locale.ROOT, "Ready after %.1f s (of a finished build, demo data and links included)%n%n",
					stack.startUp().toMillis() / 1000.0);
			HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
			String page = Administrator.signIn(http, stack.ready()).publishPageOf(FIELDS);
			Audience audience = new Audience(http, stack.ready(), page);
			List<Contact> contacts = audience.invite(CONTACTS_AT_IT);
			if (PARTS.contains("http")) {
				new ThroughTheGateway(stack, baseline, contacts, OUT).measure(ROUNDS, ROUND, WARM_UP);
			}
			if (PARTS.contains("latency")) {
				reportLatency(stack, contacts);
			}
			if (PARTS.contains("links")) {
				new OpeningLinks(http, audience, baseline, contacts, OUT).measure(ROUNDS, ROUND);
			}
			if (PARTS.contains("bulk")) {
				new BulkIssue(stack, audience, OUT).measure(ROUNDS);
			}
			if (PARTS.contains("enumeration")) {
				new EnumerationByTime(http, stack.ready(), OUT).measure(ENUMERATIONS);
			}
			reportMemory(stack);
		}
	}

	private static void reportLatency(RunningStack stack, List<Contact> contacts) throws Exception {
		EventLatency latency = new EventLatency(stack.ready().kafka(), UPDATES_A_SECOND, LATENCY_ROUND);
		OUT.printf("| at %d a second | p50 ms | p99 ms | longest ms | missing | refused |%n", UPDATES_A_SECOND);
		OUT.println("|---|--:|--:|--:|--:|---|");
		for (int round = 0; round < 3; round++) {
			latencyRow("baseline: a record straight to the broker, to a consumer", latency.ofPlainRecords());
			latencyRow("*update* pressed, until a CRM's consumer has the event", latency.ofUpdates(contacts));
		}
		OUT.println();
	}

	private static void latencyRow(String name, EventLatency.Result result) {
		OUT.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %d | %s |%n", name, result.p50(), result.p99(),
				result.longest(), result.missing(), result.refused().isEmpty() ? "0" : result.refused());
	}

	private static void reportMemory(RunningStack stack) throws Exception {
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

}
