package dev.insyn.testing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/// Starts what this JVM's tests run on, once. `-Dinsyn.test.infrastructure=embedded` takes the embedded pair although
/// Docker runs.
final class SharedInfrastructure {

	private static final Logger logger = LoggerFactory.getLogger(SharedInfrastructure.class);

	private SharedInfrastructure() {
	}

	static Infrastructure get() {
		return Holder.INSTANCE;
	}

	private static Infrastructure start() {
		Infrastructure started = dockerWanted() ? new ContainerInfrastructure() : new EmbeddedInfrastructure();
		logger.info("Tests run on {}", started.description());
		return started;
	}

	private static boolean dockerWanted() {
		return !"embedded".equals(System.getProperty("insyn.test.infrastructure"))
				&& DockerClientFactory.instance().isDockerAvailable();
	}

	private static final class Holder {

		private static final Infrastructure INSTANCE = start();

	}

}
