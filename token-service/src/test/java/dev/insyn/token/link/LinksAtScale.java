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
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
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
/// written, and says what each costs in time and in processor time. Arguments: how many, and a folder. The service, broker
/// and database are one process here, so that a profiler sees all of it.
public final class LinksAtScale {

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final PrintStream OUT = System.out;

	private static final int ROUNDS = 5;

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
			for (int round = 1; round <= ROUNDS; round++) {
				round(round, number, service.getBean(IssuingLinks.class), links,
						raw.getDatabase("bench").getCollection("links"));
			}
		}
		System.exit(0);
	}

	private static void round(int round, int number, IssuingLinks issuing, MongoCollection<Document> links,
			MongoCollection<Document> copies) throws InterruptedException {
		links.deleteMany(new Document());
		copies.deleteMany(new Document());
		List<String> contacts = IntStream.range(0, number).mapToObj((i) -> UUID.randomUUID().toString()).toList();
		List<Document> written = new ArrayList<>();
		long cpu = cpu();
		long begin = System.nanoTime();
		issuing.issue(TENANT, new IssuingLinks.Purpose("P05", null), contacts, Actor.client("bench"), (issued) -> {
			if (written.isEmpty()) {
				written.add(links.find(new Document("_id", TENANT + ":" + issued.getFirst().id())).first());
			}
		});
		double issued = number / ((System.nanoTime() - begin) / 1e9);
		double issuedCpu = (cpu() - cpu) / 1e3 / number;
		while (links.countDocuments(new Document("_pendingSince", new Document("$exists", true))) > 0) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		double all = number / ((System.nanoTime() - begin) / 1e9);
		double allCpu = (cpu() - cpu) / 1e3 / number;
		List<Document> raw = IntStream.range(0, number)
			.mapToObj((i) -> new Document(written.getFirst()).append("_id", TENANT + ":" + UUID.randomUUID()))
			.toList();
		cpu = cpu();
		begin = System.nanoTime();
		for (int from = 0; from < number; from += AT_ONCE) {
			copies.insertMany(new ArrayList<>(raw.subList(from, Math.min(number, from + AT_ONCE))),
					new InsertManyOptions().ordered(false));
		}
		double inserted = number / ((System.nanoTime() - begin) / 1e9);
		say("round %d: raw %.0f/s (%.0f µs CPU), issued %.0f/s (%.0f µs), ratio %.2f, events out too %.0f/s (%.0f µs)",
				round, inserted, (cpu() - cpu) / 1e3 / number, issued, issuedCpu, issued / inserted, all, allCpu);
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

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static void say(String text, Object... arguments) {
		OUT.printf(Locale.ROOT, text + "%n", arguments);
	}

}
