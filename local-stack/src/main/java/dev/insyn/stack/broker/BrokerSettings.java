package dev.insyn.stack.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// A broker's settings: one node that is both broker and controller, small, and quickly back after a crash.
final class BrokerSettings {

	private BrokerSettings() {
	}

	static String of(int port, int controllerPort, Path dir) {
		return """
				process.roles=broker,controller
				node.id=1
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
				controller.listener.names=CONTROLLER
				controller.quorum.voters=1@127.0.0.1:%2$d
				log.dirs=%3$s

				# Topics come into being when they are first named, and keep everything. As many partitions as the services ask
				# for: a topic that is widened later has partitions that its consumers find out about only minutes later.
				auto.create.topics.enable=true
				num.partitions=6
				default.replication.factor=1
				log.retention.ms=-1
				min.insync.replicas=1

				# A crashed broker is back at once instead of waiting for its own old registration to expire.
				broker.session.timeout.ms=4000
				broker.heartbeat.interval.ms=500
				controller.quorum.election.timeout.ms=500
				controller.quorum.election.backoff.max.ms=200
				controller.quorum.fetch.timeout.ms=1000

				# A group of one consumer has nobody to wait for.
				group.initial.rebalance.delay.ms=0
				group.min.session.timeout.ms=1000
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=3
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				transaction.state.log.num.partitions=1
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				share.coordinator.state.topic.num.partitions=1

				# Sized for a laptop.
				num.network.threads=2
				num.io.threads=4
				num.replica.fetchers=1
				num.recovery.threads.per.data.dir=1
				background.threads=2
				log.cleaner.dedupe.buffer.size=4194304
				log.index.size.max.bytes=262144
				log.segment.bytes=67108864
				socket.send.buffer.bytes=131072
				socket.receive.buffer.bytes=131072
				metadata.log.segment.bytes=16777216
				controlled.shutdown.enable=false
				"""
			.formatted(port, controllerPort, dir.toString().replace("\\", "\\\\"));
	}

	static Properties read(Path settings) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(settings)) {
			properties.load(reader);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
