package dev.insyn.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/// A broker that confirms, refuses or falls silent as a test wants, and remembers what it confirmed.
public final class FakeBroker {

	/// How it behaves.
	public enum Mood {

		CONFIRMS, REFUSES, SILENT

	}

	private final List<String> confirmed = new CopyOnWriteArrayList<>();

	private volatile Mood mood = Mood.CONFIRMS;

	private volatile int most = Integer.MAX_VALUE;

	private volatile Duration pause = Duration.ZERO;

	public FakeBroker is(Mood other) {
		this.mood = other;
		return this;
	}

	/// After so many confirmed ones it refuses.
	public FakeBroker stopsAfter(int number) {
		this.most = number;
		return this;
	}

	public FakeBroker takesItsTime(Duration longest) {
		this.pause = longest;
		return this;
	}

	/// The bodies it confirmed, in order.
	public List<String> confirmed() {
		return List.copyOf(this.confirmed);
	}

	@SuppressWarnings("unchecked")
	public EventPublisher publisher(Clock clock) {
		KafkaOperations<byte[], byte[]> kafka = Mockito.mock();
		given(kafka.send(any(ProducerRecord.class))).willAnswer((call) -> send(call.getArgument(0)));
		MessagingSettings settings = new MessagingSettings(Duration.ofSeconds(60), 1, 1, Duration.ofMillis(1),
				Duration.ofMillis(1), Duration.ofMinutes(1));
		return new EventPublisher(kafka, new EventTopics(Mockito.mock(KafkaAdmin.class), 1),
				JsonMapper.builder().build(), clock, new CurrentTrace(null), settings, "test");
	}

	private CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record)
			throws InterruptedException {
		if (this.mood == Mood.SILENT) {
			return new CompletableFuture<>();
		}
		if (this.mood == Mood.REFUSES || this.confirmed.size() >= this.most) {
			return CompletableFuture.failedFuture(new TimeoutException("away"));
		}
		if (this.pause.isPositive()) {
			Thread.sleep((long) (Math.random() * this.pause.toMillis()));
		}
		this.confirmed.add(new String(Objects.requireNonNull(record.value()), StandardCharsets.UTF_8));
		return CompletableFuture.completedFuture(Mockito.mock());
	}

}
