package dev.insyn.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.insyn.contact.segment.Attributing;
import dev.insyn.contact.segment.Evaluating;
import dev.insyn.contact.segment.Evaluation;
import dev.insyn.contact.segment.KeepingSegments;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.filter.AskedFilter;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.contact.segment.filter.FilterReading;
import dev.insyn.contact.segment.upload.UploadingFile;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.crm.DemoPeople;
import dev.insyn.stack.crm.DemoPerson;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.database.EmbeddedDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;

/// Counts, resolves and uploads segments among as many contacts as asked for, beside a raw walk through the very same
/// documents: all of them in the order of their ids, five hundred at a time, read and thrown away. Arguments: how many, and
/// a folder; what was imported there before is used again.
public final class SegmentsAtScale {

	private static final int ROUNDS = 3;

	private static final int SLICE = 500;

	private static final Actor ACTOR = Actor.system("scale");

	private final ConfigurableApplicationContext service;

	private final MongoCollection<Document> documents;

	private final int number;

	private double baseline = 1;

	private SegmentsAtScale(ConfigurableApplicationContext service, MongoCollection<Document> documents, int number) {
		this.service = service;
		this.documents = documents;
		this.number = number;
	}

	public static void main(String[] arguments) throws IOException {
		int number = Integer.parseInt(arguments[0]);
		Path dir = Path.of(arguments[1]).resolve("segments-at-scale-" + number);
		boolean imported = Files.exists(dir.resolve("imported"));
		Files.createDirectories(dir);
		EmbeddedDatabase database = EmbeddedDatabase.start(0, dir.resolve("database"));
		EmbeddedBroker broker = EmbeddedBroker.start(0, Files.createTempDirectory(dir, "broker"));
		try (ConfigurableApplicationContext service = ServiceAtScale.start(database, broker);
				MongoClient raw = MongoClients.create(database.uri("contacts"))) {
			if (!imported) {
				ServiceAtScale.importPeople(service, number);
				Files.createFile(dir.resolve("imported"));
			}
			SegmentsAtScale scale = new SegmentsAtScale(service, raw.getDatabase("contacts").getCollection("contacts"),
					number);
			for (int round = 1; round <= ROUNDS; round++) {
				ServiceAtScale.say("round %d", round);
				scale.round();
			}
		}
		database.close();
		System.exit(0);
	}

	private void round() {
		this.baseline = time("raw walk through all", this::walk);
		time("count, most of all fit", () -> count(condition("country", "is", "SE")));
		time("count, some fit", () -> count(condition("title", "contains", "chef")));
		time("count, by a date", () -> count(condition("birth-date", "after", "1980-01-01")));
		time("count, by the index", () -> count(condition("last-name", "is", "Lindqvist")));
		Segment most = segment(condition("country", "is", "SE"));
		time("resolve for a mailing", () -> resolve(most));
		Segment few = segment(condition("last-name", "is", "Lindqvist"));
		time("resolve, by the index", () -> resolve(few));
		time("CSV of addresses", () -> upload(this.number, "email", (person) -> person.email()));
		time("CSV of 200 addresses", () -> upload(200, "email", (person) -> person.email()));
		time("CSV of the CRM's ids", () -> upload(this.number, "crm", (person) -> person.crmId()));
	}

	private double time(String what, Supplier<Long> act) {
		long cpu = ServiceAtScale.cpu();
		long start = System.nanoTime();
		long found = act.get();
		double took = (System.nanoTime() - start) / 1e9;
		ServiceAtScale.say("  %-24s %8.2f s   %6.2f of the raw walk   %6.2f s of CPU   %d found", what, took,
				took / ((what.startsWith("raw")) ? took : this.baseline), (ServiceAtScale.cpu() - cpu) / 1e9, found);
		return took;
	}

	private long walk() {
		String after = "";
		long walked = 0;
		while (true) {
			List<Document> slice = this.documents.find(new Document("_id", new Document("$gt", after)))
				.sort(new Document("_id", 1))
				.limit(SLICE)
				.into(new ArrayList<>());
			walked += slice.size();
			if (slice.size() < SLICE) {
				return walked;
			}
			after = slice.getLast().getString("_id");
		}
	}

	/// Another filter each time, as a count is remembered for a minute.
	private long count(AskedFilter.Part condition) {
		Evaluating evaluating = this.service.getBean(Evaluating.class);
		Filter filter = filter(condition, AskedFilter.Part.condition("notes", "contains-not", List.of(nonsense())));
		Evaluation.Standing standing = evaluating.ask(ServiceAtScale.TENANT, filter, Duration.ofMillis(400));
		while (standing.isRunning()) {
			standing = evaluating.ask(ServiceAtScale.TENANT, filter, Duration.ofSeconds(1));
		}
		return standing.matched();
	}

	/// A saved segment, which is counted once by itself.
	private Segment segment(AskedFilter.Part condition) {
		Segment made = this.service.getBean(KeepingSegments.class)
			.byFilter(ServiceAtScale.TENANT, "Scale", filter(condition), ACTOR);
		SegmentContacts contacts = this.service.getBean(SegmentContacts.class);
		while (contacts.get(ServiceAtScale.TENANT, made.id()).count() == null) {
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		return made;
	}

	private long resolve(Segment segment) {
		SegmentContacts contacts = this.service.getBean(SegmentContacts.class);
		String after = null;
		long found = 0;
		do {
			SegmentContacts.Slice slice = contacts.slice(ServiceAtScale.TENANT, segment.id(), after, 1000);
			found += slice.contacts().size();
			after = slice.next();
		}
		while (after != null);
		return found;
	}

	private long upload(int rows, String by, Function<DemoPerson, String> cell) {
		StringBuilder file = new StringBuilder();
		for (int i = 0; i < rows; i++) {
			file.append(cell.apply(DemoPeople.person(DemoTenant.values()[0], i))).append('\n');
		}
		Segment segment = this.service.getBean(UploadingFile.class)
			.upload(ServiceAtScale.TENANT, "Scale", file.toString().getBytes(StandardCharsets.UTF_8), by, null, ACTOR);
		SegmentContacts contacts = this.service.getBean(SegmentContacts.class);
		Upload upload = segment.upload();
		while (upload == null || upload.state() == Upload.State.RUNNING) {
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
			upload = contacts.get(ServiceAtScale.TENANT, segment.id()).upload();
		}
		return upload.matched();
	}

	private Filter filter(AskedFilter.Part... parts) {
		return Objects.requireNonNull(
				FilterReading
					.read(new AskedFilter("all", List.of(parts)),
							this.service.getBean(Attributing.class).of(ServiceAtScale.TENANT), Locale.ROOT)
					.filter());
	}

	private static AskedFilter.Part condition(String field, @Nullable String operator, String value) {
		return AskedFilter.Part.condition(field, operator, List.of(value));
	}

	private static String nonsense() {
		return "x" + UUID.randomUUID().toString().replace("-", "");
	}

}
