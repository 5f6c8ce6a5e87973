package dev.insyn.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// The mail that the stack sent, as its mail catcher tells.
final class Mailbox {

	private final Stack stack;

	Mailbox(Stack stack) {
		this.stack = stack;
	}

	List<Mail> all() {
		String body = this.stack.send(HttpRequest.newBuilder(URI.create(this.stack.ready().mail() + "/api/messages")))
			.body();
		return Arrays.asList(this.stack.json().readValue(body, Mail[].class));
	}

	Mail await(Predicate<Mail> wanted) {
		return Awaitility.await("mail")
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(300))
			.until(() -> all().stream().filter(wanted).findFirst().orElse(null), (found) -> found != null);
	}

	/// A caught mail.
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Mail(String id, @Nullable String from, @Nullable Object to, String subject, @Nullable String text,
			@Nullable String html) {

		boolean mentions(String words) {
			return contains(this.subject, words) || contains(this.text, words) || contains(this.html, words);
		}

		private static boolean contains(@Nullable String whole, String part) {
			return whole != null && whole.contains(part);
		}

	}

}
