package dev.insyn.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contacts of one tenant, as its CRM gets to know them: it hears of them from the broker and asks for links.
final class Audience {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final HttpClient http;

	private final RunningStack.Ready ready;

	private final String page;

	private final JsonMapper json = JsonMapper.shared();

	Audience(HttpClient http, RunningStack.Ready ready, String page) {
		this.http = http;
		this.ready = ready;
		this.page = page;
	}

	/// So many contacts, each with an open session.
	List<Contact> invite(int count) throws IOException, InterruptedException {
		List<Contact> contacts = new ArrayList<>();
		for (JsonNode link : issue(List.copyOf(registered(count))).path("links")) {
			contacts.add(Contact.open(this.http, this.ready.gateway(), link));
		}
		return contacts;
	}

	JsonNode issue(List<String> contacts) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http
			.send(HttpRequest.newBuilder(URI.create(this.ready.gateway() + "/api/links"))
				.header("Authorization", "Bearer " + token())
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers
					.ofString(this.json.writeValueAsString(Map.of("page", this.page, "contacts", contacts))))
				.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 201) {
			throw new IllegalStateException("No links: " + answer.statusCode() + " " + answer.body());
		}
		return this.json.readTree(answer.body());
	}

	private String token() throws IOException, InterruptedException {
		RunningStack.Client client = this.ready.apiClient();
		String pair = client.clientId() + ":" + client.clientSecret();
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(URI.create(client.tokenUrl()))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
			.build(), HttpResponse.BodyHandlers.ofString());
		return this.json.readTree(answer.body()).path("access_token").asString();
	}

	private Set<String> registered(int count) {
		Set<String> ids = new LinkedHashSet<>();
		Instant deadline = Instant.now().plus(PATIENCE);
		try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", this.ready.kafka()),
				new StringDeserializer(), new StringDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor("insyn.contacts")
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			while (ids.size() < count) {
				if (Instant.now().isAfter(deadline)) {
					throw new IllegalStateException("Only %d contacts came".formatted(ids.size()));
				}
				for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
					if (ids.size() < count && isRegistered(record)) {
						ids.add(EventLatency.header(record, "ce_subject"));
					}
				}
			}
		}
		return ids;
	}

	private boolean isRegistered(ConsumerRecord<String, String> record) {
		return EventLatency.header(record, "ce_type").equals("contact.registered.v1")
				&& EventLatency.header(record, "ce_tenant").equals(this.ready.apiClient().tenant());
	}

}
