package dev.insyn.platform.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.kafka.core.KafkaAdmin;

/// Provides topics when they are first needed: also where the broker makes none by itself.
final class EventTopics {

	private final KafkaAdmin admin;

	private final int partitions;

	private final Map<String, Boolean> provided = new ConcurrentHashMap<>();

	EventTopics(KafkaAdmin admin, int partitions) {
		this.admin = admin;
		this.partitions = partitions;
	}

	void provide(String topic) {
		provide(topic, this.partitions, Map.of());
	}

	/// A topic of dead letters has one partition, so that they are replayed as they came,
	/// and keeps them for good.
	void provideForDeadLetters(String topic) {
		provide(topic, 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
	}

	/// Asks the broker once per topic, also when many first events come at once.
	private void provide(String topic, int partitionCount, Map<String, String> settings) {
		if (!this.provided.containsKey(topic)) {
			this.provided.computeIfAbsent(topic, (_) -> {
				this.admin.createOrModifyTopics(new NewTopic(topic, partitionCount, (short) -1).configs(settings));
				return true;
			});
		}
	}

}
