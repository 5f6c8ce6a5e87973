package dev.insyn.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.insyn.events.ChainAnchored;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// The topic of the anchors, which must never forget, whoever made it and with whatever retention.
@Component
class AnchorTopic {

	private static final Logger logger = LoggerFactory.getLogger(AnchorTopic.class);

	private static final long PATIENCE_SECONDS = 10;

	private final KafkaAdmin kafka;

	private volatile boolean kept;

	AnchorTopic(KafkaAdmin kafka) {
		this.kafka = kafka;
	}

	/// Call it when the topic is there. Where this service may not change the topic, its
	/// operators must; the log says so.
	void keepForGood() {
		if (this.kept) {
			return;
		}
		try (Admin admin = Admin.create(this.kafka.getConfigurationProperties())) {
			admin
				.incrementalAlterConfigs(
						Map.of(new ConfigResource(ConfigResource.Type.TOPIC, ChainAnchored.TOPIC), List.of(keepAll())))
				.all()
				.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			this.kept = true;
		}
		catch (ExecutionException | TimeoutException ex) {
			logger.warn("{} may forget anchors: set its {} to -1", ChainAnchored.TOPIC,
					TopicConfig.RETENTION_MS_CONFIG);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static AlterConfigOp keepAll() {
		return new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"), AlterConfigOp.OpType.SET);
	}

}
