package dev.insyn.platform.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;

/// Gives each received record to the handler of its type, as a Spring Cloud Stream consumer. Types without a handler
/// are skipped: a topic may carry more than one consumer cares for.
public final class EventHandlers implements Consumer<Message<byte[]>> {

	private final Map<String, Consumer<IncomingEvent<byte[]>>> byType;

	private final @Nullable Consumer<IncomingEvent<byte[]>> forAny;

	private EventHandlers(Builder builder) {
		this.byType = Map.copyOf(builder.byType);
		this.forAny = builder.forAny;
	}

	public static Builder builder(JsonMapper json) {
		return new Builder(json);
	}

	@Override
	public void accept(Message<byte[]> message) {
		IncomingEvent<byte[]> event = CloudEventHeaders.read(message);
		Consumer<IncomingEvent<byte[]>> handler = this.byType.get(event.type());
		if (handler != null) {
			handler.accept(event);
		}
		if (this.forAny != null) {
			this.forAny.accept(event);
		}
	}

	/// Collects the handlers.
	public static final class Builder {

		private final JsonMapper json;

		private final Map<String, Consumer<IncomingEvent<byte[]>>> byType = new LinkedHashMap<>();

		private @Nullable Consumer<IncomingEvent<byte[]>> forAny;

		private Builder(JsonMapper json) {
			this.json = json;
		}

		/// Handles one type; a body that is no `B` is a dead letter at once.
		public <B> Builder on(String type, Class<B> bodyType, Consumer<IncomingEvent<B>> handler) {
			if (this.byType.put(type, (event) -> handler.accept(event.withBody(read(event, bodyType)))) != null) {
				throw new IllegalArgumentException("Two handlers for " + type);
			}
			return this;
		}

		/// Handles every event, also those that have a handler of their own, with the
		/// body as it came.
		public Builder onAny(Consumer<IncomingEvent<byte[]>> handler) {
			this.forAny = handler;
			return this;
		}

		public Consumer<Message<byte[]>> build() {
			return new EventHandlers(this);
		}

		private <B> B read(IncomingEvent<byte[]> event, Class<B> bodyType) {
			try {
				B body = this.json.readValue(event.body(), bodyType);
				if (body == null) {
					throw new UnreadableEvent("Empty body of " + event.type() + " " + event.id());
				}
				return body;
			}
			catch (JacksonException unreadable) {
				throw new UnreadableEvent("Body of " + event.type() + " " + event.id() + " is no "
						+ bodyType.getSimpleName() + ": " + unreadable.getClass().getSimpleName());
			}
		}

	}

}
