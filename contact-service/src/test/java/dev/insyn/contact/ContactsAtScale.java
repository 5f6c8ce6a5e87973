package dev.insyn.contact;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.sun.management.OperatingSystemMXBean;
import dev.insyn.contact.crm.CrmImport;
import dev.insyn.contact.search.Paging;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.crm.DemoPeople;
import dev.insyn.stack.crm.DemoPerson;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.database.EmbeddedDatabase;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;

/// Imports as many contacts as asked for into the embedded database, on disk, and measures lists and search, beside the
/// lookup of a document by its `_id` through the same driver. Arguments: how many, and a folder. The service's own work is
/// measured, so its events go to a producer that confirms at once.
public final class ContactsAtScale {

	private static final int ROUNDS = 3;

	private ContactsAtScale() {
	}

	public static void main(String[] arguments) throws IOException {
		int number = Integer.parseInt(arguments[0]);
		Path dir = Files.createTempDirectory(Path.of(arguments[1]), "contacts-at-scale");
		EmbeddedDatabase database = EmbeddedDatabase.start(0, dir.resolve("database"));
		EmbeddedBroker broker = EmbeddedBroker.start(0, dir.resolve("broker"));
		try (ConfigurableApplicationContext service = ServiceAtScale.start(database, broker);
				MongoClient raw = MongoClients.create(database.uri("contacts"))) {
			ServiceAtScale.importPeople(service, number);
			measure(service, raw.getDatabase("contacts").getCollection("contacts"));
		}
		System.exit(0);
	}

	private static void measure(ConfigurableApplicationContext service, MongoCollection<Document> documents) {
		List<String> ids = new ArrayList<>();
		documents.find().limit(300).forEach((document) -> ids.add(document.getString("_id")));
		FindingContacts finding = service.getBean(FindingContacts.class);
		for (int round = 1; round <= ROUNDS; round++) {
			ServiceAtScale.say("round %d", round);
			time("by _id, raw driver", 300,
					(i) -> documents.find(new Document("_id", ids.get(i % ids.size()))).first());
			time("list, first page of 50", 100, (i) -> page(finding, "", null));
			AtomicReference<@Nullable String> after = new AtomicReference<>();
			time("list, page after page", 100, (i) -> {
				FindingContacts.Page page = page(finding, "", after.get());
				after.set(page.next());
				return page;
			});
			time("search, many hits", 100, (i) -> page(finding, "lindqvist", null));
			time("search, two words", 100, (i) -> page(finding, "anna lindq", null));
			time("search, one hit", 100, (i) -> page(finding, "K-" + (20_000 + i * 97), null));
			time("search, no hit", 100, (i) -> page(finding, "nobodyatall", null));
		}
	}

	private static FindingContacts.Page page(FindingContacts finding, String words, @Nullable String after) {
		return finding.find(ServiceAtScale.TENANT, words, new Paging(after, false, 50));
	}

	private static void time(String what, int times, IntFunction<Object> act) {
		long[] took = new long[times];
		Object last = "";
		for (int i = 0; i < times; i++) {
			long start = System.nanoTime();
			last = act.apply(i);
			took[i] = System.nanoTime() - start;
		}
		Arrays.sort(took);
		String found = (last instanceof FindingContacts.Page page)
				? page.contacts().size() + (page.next() != null ? " and more" : "") : "";
		ServiceAtScale.say("  %-26s p50 %8.2f ms   p95 %8.2f ms   %s", what, took[times / 2] / 1e6,
				took[(int) Math.min(times - 1, times * 0.95)] / 1e6, found);
	}

}
