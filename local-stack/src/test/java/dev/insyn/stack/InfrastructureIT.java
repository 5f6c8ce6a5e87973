package dev.insyn.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.process.Child;
import dev.insyn.stack.process.ProcessRecord;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.Supervisor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Broker and database as the stack runs them, killed the way a power cut does.
class InfrastructureIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Ports ports = Ports.free();

	private final List<String> news = Collections.synchronizedList(new ArrayList<>());

	private final Path dir;

	private final Supervisor supervisor;

	InfrastructureIT(@TempDir Path dir) {
		this.dir = dir;
		this.supervisor = new Supervisor(new ProcessRecord(this.dir.resolve("pids")), this.news::add, this.news::add);
		Collection<Program> programs = new Infrastructure(this.ports, this.dir, this.dir.resolve("logs")).all();
		this.supervisor.start(programs, PATIENCE);
	}

	@AfterEach
	void stop() {
		this.supervisor.close();
	}

	@Test
	void brokerKeepsItsMessagesThroughAKill() throws Exception {
		try (KafkaProducer<String, String> producer = producer()) {
			producer.send(new ProducerRecord<>("facts", 0, "key", "before")).get();
			kill("broker");
			producer.send(new ProducerRecord<>("facts", 0, "key", "after")).get();
		}
		assertThat(read("facts")).containsExactly("before", "after");
	}

	@Test
	void topicsComeIntoBeingWithAsManyPartitionsAsTheServicesAskFor() throws Exception {
		try (KafkaProducer<String, String> producer = producer()) {
			producer.send(new ProducerRecord<>("new-topic", "key", "value")).get();
			assertThat(producer.partitionsFor("new-topic")).hasSize(6);
		}
	}

	@Test
	void databaseKeepsItsDocumentsThroughAKill() throws IOException {
		try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + this.ports.of(Listener.DATABASE))) {
			MongoCollection<Document> contacts = client.getDatabase("contacts").getCollection("contacts");
			contacts.insertOne(new Document("_id", "nordcykel:1").append("version", 1));
			awaitCommit();
			kill("database");
			assertThat(contacts.find().first()).containsEntry("_id", "nordcykel:1");
		}
	}

	@Test
	void bothListenOnLoopbackOnly() {
		for (Child child : this.supervisor.children()) {
			assertThat(Listening.addressesOf(child.program().port())).as(child.name()).containsOnly("127.0.0.1");
		}
	}

	private void kill(String name) {
		long killed = pid(name);
		ProcessHandle.of(killed).orElseThrow().destroyForcibly();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.supervisor.children()
				.stream()
				.anyMatch((child) -> child.name().equals(name) && child.pid() != killed && child.ready()));
		assertThat(this.news).anyMatch((line) -> line.startsWith(name + " died and is started again, exit code 137"));
	}

	private long pid(String name) {
		return this.supervisor.children()
			.stream()
			.filter((child) -> child.name().equals(name))
			.findFirst()
			.orElseThrow()
			.pid();
	}

	/// Commits lag by a tenth of a second; the file's time tells when one has happened.
	private void awaitCommit() throws IOException {
		Instant written = Instant.now();
		Path file = this.dir.resolve("mongo/documents-2.mv");
		Awaitility.await().atMost(PATIENCE).until(() -> Files.getLastModifiedTime(file).toInstant().isAfter(written));
	}

	private KafkaProducer<String, String> producer() {
		return new KafkaProducer<>(Map.of("bootstrap.servers", broker(), "acks", "all", "max.block.ms", "60000"),
				new StringSerializer(), new StringSerializer());
	}

	private List<String> read(String topic) {
		List<String> values = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker()),
				new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(List.of(new TopicPartition(topic, 0)));
			consumer.seekToBeginning(consumer.assignment());
			Awaitility.await().atMost(PATIENCE).until(() -> {
				consumer.poll(Duration.ofMillis(200)).forEach((message) -> values.add(message.value()));
				return values.size() >= 2;
			});
		}
		return values;
	}

	private String broker() {
		return "127.0.0.1:" + this.ports.of(Listener.BROKER);
	}

}
