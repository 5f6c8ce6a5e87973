package dev.insyn.stack.crm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.insyn.events.ContactRegistered;
import dev.insyn.events.Topics;
import dev.insyn.stack.process.StartFailed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/// Reads, from their beginning, the topics that a CRM is interested in: learns which contact each of its own became, and
/// keeps the latest events for people to look at.
public final class CrmReader implements AutoCloseable {

	private static final List<String> TOPICS = List.of(Topics.CONTACTS, Topics.LINKS, Topics.NOTIFICATIONS,
			Topics.LANDING_PAGES);

	private static final int KEPT = 300;

	private final KafkaConsumer<String, byte[]> consumer;

	private final Map<String, String> contacts = new ConcurrentHashMap<>();

	private final Map<String, String> crmIds = new ConcurrentHashMap<>();

	private final TaskList tasks = new TaskList();

	private final Deque<ReceivedEvent> latest = new ArrayDeque<>();

	private final Thread thread = Thread.ofPlatform().name("crm").daemon().unstarted(this::read);

	private final CountDownLatch caughtUp = new CountDownLatch(1);

	private long received;

	private CrmReader(String broker) {
		this.consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest", "enable.auto.commit", "false",
						"fetch.max.wait.ms", "100", "fetch.max.bytes", "4194304"),
				new StringDeserializer(), new ByteArrayDeserializer());
	}

	/// @param broker its topics exist already
	public static CrmReader start(String broker) {
		CrmReader reader = new CrmReader(broker);
		reader.thread.start();
		return reader;
	}

	/// Returns when everything that lay in the topics at the start has been read.
	void awaitCaughtUp() {
		try {
			if (!this.caughtUp.await(2, TimeUnit.MINUTES)) {
				throw new StartFailed("The demo CRM could not read the topics within two minutes");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartFailed("interrupted");
		}
	}

	/// The contact that a CRM's own became, once Insyn has told.
	Optional<String> contactOf(DemoPerson person) {
		return Optional.ofNullable(this.contacts.get(key(person.tenant().id(), person.crmId())));
	}

	/// The other way round.
	Optional<String> crmIdOf(String contact) {
		return Optional.ofNullable(this.crmIds.get(contact));
	}

	/// What the companies' people have to do.
	public TaskList tasks() {
		return this.tasks;
	}

	/// The latest events, oldest first.
	/// @param after those with a greater number only
	List<ReceivedEvent> eventsAfter(long after) {
		synchronized (this.latest) {
			return this.latest.stream().filter((event) -> event.number() > after).toList();
		}
	}

	@Override
	public void close() {
		this.consumer.wakeup();
	}

	private void read() {
		try (this.consumer) {
			List<TopicPartition> partitions = TOPICS.stream()
				.flatMap((topic) -> this.consumer.partitionsFor(topic, Duration.ofMinutes(1)).stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			this.consumer.assign(partitions);
			this.consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = this.consumer.endOffsets(partitions);
			while (true) {
				if (partitions.stream()
					.allMatch((each) -> this.consumer.position(each) >= ends.getOrDefault(each, 0L))) {
					this.caughtUp.countDown();
				}
				this.consumer.poll(Duration.ofSeconds(10)).forEach(this::take);
			}
		}
		catch (WakeupException ex) {
			// Closed.
		}
	}

	private void take(ConsumerRecord<String, byte[]> message) {
		ReceivedEvent event = ReceivedEvent.of(++this.received, message);
		if (event.type().equals(ContactRegistered.TYPE)) {
			remember(event);
		}
		this.tasks.take(event);
		synchronized (this.latest) {
			this.latest.addLast(event);
			if (this.latest.size() > KEPT) {
				this.latest.removeFirst();
			}
		}
	}

	private void remember(ReceivedEvent event) {
		JsonNode registered = event.json();
		if (registered.path("source").asString("").equals(CrmPublisher.SOURCE)) {
			String crmId = registered.path("crmId").asString();
			this.crmIds.put(registered.path("contact").asString(), crmId);
			this.contacts.put(key(event.tenant(), crmId), registered.path("contact").asString());
		}
	}

	private static String key(String tenant, String crmId) {
		return tenant + ":" + crmId;
	}

}
