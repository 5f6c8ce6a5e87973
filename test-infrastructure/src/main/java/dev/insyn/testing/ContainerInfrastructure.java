package dev.insyn.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/// What production runs, in containers that end with this JVM.
final class ContainerInfrastructure implements Infrastructure {

	private static final String MONGO = "mongo:8";

	private static final String KAFKA = "apache/kafka:4.2.0";

	private final MongoDBContainer mongo = new MongoDBContainer(DockerImageName.parse(MONGO));

	private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA));

	ContainerInfrastructure() {
		this.mongo.start();
		this.kafka.start();
	}

	@Override
	public String bootstrapServers() {
		return this.kafka.getBootstrapServers();
	}

	@Override
	public String mongoUri(String database) {
		return this.mongo.getReplicaSetUrl(database);
	}

	@Override
	public String description() {
		return "containers: " + KAFKA + " and " + MONGO;
	}

}
