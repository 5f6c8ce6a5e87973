package dev.insyn.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/// What production runs, in containers that are started when first needed and end with this JVM.
final class ContainerInfrastructure implements Infrastructure {

	private static final String MONGO = "mongo:8";

	private static final String KAFKA = "apache/kafka:4.2.0";

	private final MongoDBContainer mongo = new MongoDBContainer(DockerImageName.parse(MONGO)).withReplicaSet();

	private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA));

	@Override
	public synchronized String bootstrapServers() {
		this.kafka.start();
		return this.kafka.getBootstrapServers();
	}

	@Override
	public synchronized String mongoUri(String database) {
		this.mongo.start();
		return this.mongo.getReplicaSetUrl(database);
	}

	@Override
	public String description() {
		return "containers of " + KAFKA + " and " + MONGO;
	}

}
