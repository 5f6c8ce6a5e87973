package dev.insyn.platform.messaging;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.kafka.core.KafkaAdmin;

/// Provides topics when they are first needed: also where the broker makes none by itself.
final class EventTopics {

	private final KafkaAdmin admin;

	private final int partitions;

	private final Set<String> provided = ConcurrentHashMap.newKeySet();

	EventTopics(KafkaAdmin admin, int partitions) {
		this.admin = admin;
		this.partitions = partitions;
	}

	void provide(String topic) {
		if (!this.provided.contains(topic)) {
			this.admin.createOrModifyTopics(new NewTopic(topic, this.partitions, (short) -1));
			this.provided.add(topic);
		}
	}

	/// A topic of dead letters has one partition, so that they are replayed as they came,
	/// and keeps them for good.
	void provideForDeadLetters(String topic) {
		if (!this.provided.contains(topic)) {
			this.admin.createOrModifyTopics(
					new NewTopic(topic, 1, (short) -1).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")));
			this.provided.add(topic);
		}
	}

}
