package dev.insyn.stack;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.insyn.stack.process.StartFailed;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/// Makes the topics before anybody asks for them, so that no consumer has to look for them twice.
final class DemoTopics {

	private DemoTopics() {
	}

	static void provide(Admin admin, Collection<String> names) {
		admin
			.createTopics(names.stream().map((name) -> new NewTopic(name, Optional.empty(), Optional.empty())).toList())
			.values()
			.forEach(DemoTopics::await);
	}

	private static void await(String name, KafkaFuture<Void> creation) {
		try {
			creation.get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new StartFailed("Topic " + name + " can't be made: " + ex.getCause());
			}
		}
		catch (TimeoutException ex) {
			throw new StartFailed("Topic " + name + " can't be made: the broker doesn't answer");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartFailed("interrupted");
		}
	}

}
