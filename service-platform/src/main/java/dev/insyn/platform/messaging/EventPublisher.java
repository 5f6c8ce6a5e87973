package dev.insyn.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.KafkaOperations;

/// Makes CloudEvents of facts and hands them to the broker, one at a time, each confirmed.
public final class EventPublisher implements EventSender {

	private final KafkaOperations<byte[], byte[]> kafka;

	private final EventTopics topics;

	private final JsonMapper json;

	private final Clock clock;

	private final CurrentTrace trace;

	private final String source;

	private final long patienceMillis;

	EventPublisher(KafkaOperations<byte[], byte[]> kafka, EventTopics topics, JsonMapper json, Clock clock,
			CurrentTrace trace, MessagingSettings settings, String application) {
		this.kafka = kafka;
		this.topics = topics;
		this.json = json;
		this.clock = clock;
		this.trace = trace;
		this.source = "/" + application;
		this.patienceMillis = settings.sendTimeout().plusSeconds(2).toMillis();
	}

	@Override
	public void send(OutgoingEvent event) {
		publish(prepare(event));
	}

	/// Fixes what must not change from one attempt to the next: id, time, body, trace.
	public PendingEvent prepare(OutgoingEvent event) {
		return new PendingEvent(UUID.randomUUID().toString(), event.topic(), event.partitionKey(), event.type(),
				event.subject(), event.tenant().value(), event.actor().toString(), this.clock.instant(),
				this.trace.parent(), this.json.writeValueAsBytes(event.body()));
	}

	/// Returns when every in-sync replica has it.
	/// @throws EventNotSent if the broker did not confirm in time; it may have it all the
	/// same
	public void publish(PendingEvent event) {
		try {
			this.topics.provide(event.topic());
			await(event, this.kafka.send(toRecord(event)));
		}
		catch (KafkaException | org.springframework.kafka.KafkaException ex) {
			throw new EventNotSent(event.type(), event.id(), ex);
		}
	}

	/// As [#publish], all of them side by side: no two may belong to one document, whose
	/// order this would not keep.
	/// @param confirmed told of each that every in-sync replica has
	/// @throws EventNotSent if one was not confirmed, after the others were
	public void publishAll(List<PendingEvent> events, Consumer<PendingEvent> confirmed) {
		List<Future<?>> sent = new ArrayList<>();
		EventNotSent failure = null;
		for (PendingEvent event : events) {
			try {
				this.topics.provide(event.topic());
				sent.add(this.kafka.send(toRecord(event)));
			}
			catch (KafkaException | org.springframework.kafka.KafkaException ex) {
				failure = new EventNotSent(event.type(), event.id(), ex);
				break;
			}
		}
		for (int i = 0; i < sent.size(); i++) {
			try {
				await(events.get(i), sent.get(i));
				confirmed.accept(events.get(i));
			}
			catch (EventNotSent ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private void await(PendingEvent event, Future<?> sent) {
		try {
			sent.get(this.patienceMillis, TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new EventNotSent(event.type(), event.id(), (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException ex) {
			throw new EventNotSent(event.type(), event.id(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EventNotSent(event.type(), event.id(), ex);
		}
	}

	private ProducerRecord<byte[], byte[]> toRecord(PendingEvent event) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(event.topic(), null,
				event.key().getBytes(StandardCharsets.UTF_8), event.body());
		Headers headers = record.headers();
		add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
		add(headers, CloudEventHeaders.ID, event.id());
		add(headers, CloudEventHeaders.TYPE, event.type());
		add(headers, CloudEventHeaders.SOURCE, this.source);
		add(headers, CloudEventHeaders.SUBJECT, event.subject());
		add(headers, CloudEventHeaders.TIME, event.time().toString());
		add(headers, CloudEventHeaders.TENANT, event.tenant());
		add(headers, CloudEventHeaders.ACTOR, event.actor());
		add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
		add(headers, CurrentTrace.HEADER, event.traceparent());
		return record;
	}

	private static void add(Headers headers, String name, @Nullable String value) {
		if (value != null) {
			headers.add(name, value.getBytes(StandardCharsets.UTF_8));
		}
	}

}
