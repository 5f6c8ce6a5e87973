package dev.insyn.platform.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `GET /actuator/deadletters` lists what waits, without its content; `POST /actuator/deadletters/{topic}` hands it to
/// this service's consumer again.
@Endpoint(id = "deadletters")
final class DeadLetterEndpoint {

	private final DeadLetterReplay letters;

	DeadLetterEndpoint(DeadLetterReplay letters) {
		this.letters = letters;
	}

	@ReadOperation
	List<Waiting> list() {
		return this.letters.waiting();
	}

	@WriteOperation
	@Nullable Replayed replay(@Selector String topic) {
		return this.letters.replay(topic);
	}

	/// The dead letters of one topic.
	record Waiting(String topic, int count, List<Letter> letters) {
	}

	/// One dead letter.
	record Letter(long offset, String from, String id, String type, String tenant, String failure) {
	}

	/// What became of them.
	///
	/// @param failedAgain how many are dead letters still, now at the end of the topic
	record Replayed(int consumed, int failedAgain) {
	}

}
