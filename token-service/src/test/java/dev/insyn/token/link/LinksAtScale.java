package dev.insyn.token.link;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.sun.management.OperatingSystemMXBean;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.database.EmbeddedDatabase;
import dev.insyn.token.TokenServiceApplication;
import org.bson.Document;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Issues links by the thousand into the embedded database, on disk, beside raw inserts of the very documents that were
/// written, with the same indexes, and says what each costs in time and in processor time. Arguments: how many, and a folder. The service, broker
/// and database are one process here, so that a profiler sees all of it.
public final class LinksAtScale {

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final PrintStream OUT = System.out;

	private static final int WARM_UP = 4;

	private static final int ROUNDS = 9;

	private static final int AT_ONCE = 500;

	private LinksAtScale() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		int number = Integer.parseInt(arguments[0]);
		Path dir = Files.createTempDirectory(Path.of(arguments[1]), "links-at-scale");
		EmbeddedDatabase database = EmbeddedDatabase.start(0, dir.resolve("database"));
		EmbeddedBroker broker = EmbeddedBroker.start(0, dir.resolve("broker"));
		try (ConfigurableApplicationContext service = service(database, broker);
				MongoClient raw = MongoClients.create(database.uri("tokens"))) {
			service.getBean(Pages.class)
				.learn(TENANT, "P05", UUID.randomUUID().toString(), new PageRules(1, null, (LocalDate) null,
						List.of("sv"), null, "continue", false, Map.of("sv", "Dina uppgifter")));
			MongoCollection<Document> links = raw.getDatabase("tokens").getCollection("links");
			MongoCollection<Document> bundles = raw.getDatabase("tokens").getCollection("links_bundles");
			MongoCollection<Document> copies = raw.getDatabase("bench").getCollection("links");
			links.listIndexes()
				.into(new ArrayList<>())
				.forEach((index) -> copies.createIndex(index.get("key", Document.class),
						new IndexOptions().sparse(index.getBoolean("sparse", false))));
			List<Round> rounds = new ArrayList<>();
			for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
				rounds.add(round(number, service.getBean(IssuingLinks.class), links, bundles, copies));
				OUT.println(rounds.getLast().says((round <= WARM_UP) ? "warm-up" : "round " + (round - WARM_UP)));
			}
			OUT.println(Round.median(rounds.subList(WARM_UP, WARM_UP + ROUNDS)).says("median"));
		}
		System.exit(0);
	}

	private static Round round(int number, IssuingLinks issuing, MongoCollection<Document> links,
			MongoCollection<Document> bundles, MongoCollection<Document> copies) throws InterruptedException {
		links.deleteMany(new Document());
		copies.deleteMany(new Document());
		List<String> contacts = IntStream.range(0, number).mapToObj((i) -> UUID.randomUUID().toString()).toList();
		List<Document> written = new ArrayList<>();
		Cost begin = Cost.now();
		issuing.issue(TENANT, new IssuingLinks.Purpose("P05", null), contacts, Actor.client("bench"), (issued) -> {
			if (written.isEmpty()) {
				written.add(links.find(new Document("_id", TENANT + ":" + issued.getFirst().id())).first());
			}
		});
		Cost issued = Cost.now().since(begin, number);
		while (bundles.countDocuments() > 0) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		Cost out = Cost.now().since(begin, number);
		List<Document> raw = IntStream.range(0, number)
			.mapToObj((i) -> new Document(written.getFirst()).append("_id", TENANT + ":" + UUID.randomUUID())
				.append("contact", UUID.randomUUID().toString()))
			.toList();
		begin = Cost.now();
		for (int from = 0; from < number; from += AT_ONCE) {
			copies.insertMany(new ArrayList<>(raw.subList(from, Math.min(number, from + AT_ONCE))),
					new InsertManyOptions().ordered(false));
		}
		return new Round(Cost.now().since(begin, number), issued, out);
	}

	private static ConfigurableApplicationContext service(EmbeddedDatabase database, EmbeddedBroker broker) {
		List<String> settings = new ArrayList<>(Arrays.asList("--spring.mongodb.uri=" + database.uri("tokens"),
				"--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(), "--server.port=0",
				"--insyn.tenants[0].id=nordcykel", "--insyn.tenants[0].name=Nordcykel AB",
				"--insyn.tenants[0].languages=sv,en",
				"--insyn.security.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
				"--logging.level.root=error"));
		return new SpringApplicationBuilder(TokenServiceApplication.class).run(settings.toArray(String[]::new));
	}

	/// Time and processor time in µs.
	private record Cost(double time, double processor) {

		static Cost now() {
			return new Cost(System.nanoTime() / 1e3,
					((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e3);
		}

		Cost since(Cost begin, int pieces) {
			return new Cost((this.time - begin.time) / pieces, (this.processor - begin.processor) / pieces);
		}

		String says() {
			return String.format(Locale.ROOT, "%.0f/s (%.0f µs CPU)", 1e6 / this.time, this.processor);
		}

	}

	/// What a link costs: inserted as it is, issued until told, and until its event is
	/// out.
	private record Round(Cost raw, Cost issued, Cost out) {

		static Round median(List<Round> rounds) {
			return new Round(median(rounds, Round::raw), median(rounds, Round::issued), median(rounds, Round::out));
		}

		private static Cost median(List<Round> rounds, Function<Round, Cost> part) {
			return new Cost(median(rounds, part, Cost::time), median(rounds, part, Cost::processor));
		}

		private static double median(List<Round> rounds, Function<Round, Cost> part, ToDoubleFunction<Cost> what) {
			double[] sorted = rounds.stream().map(part).mapToDouble(what).sorted().toArray();
			return sorted[sorted.length / 2];
		}

		String says(String name) {
			return String.format(Locale.ROOT, "%s: raw %s, issued %s, events out too %s; ratio %.2f, of CPU %.2f", name,
					this.raw.says(), this.issued.says(), this.out.says(), this.raw.time / this.issued.time,
					this.raw.processor / this.issued.processor);
		}

	}

}
