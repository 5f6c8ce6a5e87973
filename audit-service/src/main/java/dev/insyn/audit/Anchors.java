package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.insyn.events.ChainAnchored;
import dev.insyn.platform.tenancy.TenantId;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Reads what was published of the chains' heads, from the first anchor to the last.
@Component
class Anchors {

	private static final Logger logger = LoggerFactory.getLogger(Anchors.class);

	private final ConsumerFactory<?, ?> consumers;

	private final JsonMapper json;

	private final Duration patience;

	Anchors(ConsumerFactory<?, ?> consumers, JsonMapper json, AuditSettings settings) {
		this.consumers = consumers;
		this.json = json;
		this.patience = settings.anchorPatience();
	}

	/// The anchors of each of the chains; unknown ones if the broker is away.
	Map<TenantId, AnchorsOfChain> of(Collection<TenantId> chains) {
		Map<TenantId, AnchorsOfChain> anchors = chains.stream()
			.collect(Collectors.toMap((chain) -> chain, (chain) -> AnchorsOfChain.none()));
		try (Consumer<byte[], byte[]> consumer = consumer()) {
			readAll(consumer, anchors);
			return anchors;
		}
		catch (KafkaException away) {
			logger.warn("No anchors could be read: {}", away.getClass().getSimpleName());
			return chains.stream().collect(Collectors.toMap((chain) -> chain, (chain) -> AnchorsOfChain.unknown()));
		}
	}

	private void readAll(Consumer<byte[], byte[]> consumer, Map<TenantId, AnchorsOfChain> anchors) {
		List<TopicPartition> partitions = consumer.partitionsFor(ChainAnchored.TOPIC)
			.stream()
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
			consumer.poll(Duration.ofMillis(200)).forEach((record) -> add(record, anchors));
		}
	}

	private void add(ConsumerRecord<byte[], byte[]> record, Map<TenantId, AnchorsOfChain> anchors) {
		Header type = record.headers().lastHeader("ce_type");
		if (type == null || !ChainAnchored.TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
			return;
		}
		try {
			ChainAnchored anchor = this.json.readValue(record.value(), ChainAnchored.class);
			AnchorsOfChain known = anchors.get(new TenantId(anchor.chain()));
			if (known != null) {
				known.add(anchor.length(), anchor.hash());
			}
		}
		catch (JacksonException | IllegalArgumentException noAnchor) {
			logger.warn("No anchor at {}-{}", record.partition(), record.offset());
		}
	}

	private Consumer<byte[], byte[]> consumer() {
		Map<String, Object> properties = new HashMap<>(this.consumers.getConfigurationProperties());
		properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) this.patience.toMillis());
		properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) this.patience.toMillis());
		properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

}
