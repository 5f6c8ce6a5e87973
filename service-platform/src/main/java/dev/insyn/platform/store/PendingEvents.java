package dev.insyn.platform.store;

import java.util.Date;
import java.util.List;

import dev.insyn.platform.messaging.PendingEvent;
import org.bson.Document;
import org.bson.types.Binary;

/// Between a pending event and its form in a document.
final class PendingEvents {

	private PendingEvents() {
	}

	static Document toDocument(PendingEvent event) {
		Document document = new Document("id", event.id()).append("topic", event.topic())
			.append("key", event.key())
			.append("type", event.type())
			.append("subject", event.subject())
			.append("tenant", event.tenant())
			.append("actor", event.actor())
			.append("time", Date.from(event.time()))
			.append("body", new Binary(event.body()));
		if (event.traceparent() != null) {
			document.append("traceparent", event.traceparent());
		}
		return document;
	}

	static PendingEvent of(Document document) {
		return new PendingEvent(document.getString("id"), document.getString("topic"), document.getString("key"),
				document.getString("type"), document.getString("subject"), document.getString("tenant"),
				document.getString("actor"), document.getDate("time").toInstant(), document.getString("traceparent"),
				document.get("body", Binary.class).getData());
	}

	static List<Document> in(Document document) {
		return document.getList(Envelope.PENDING, Document.class, List.of());
	}

}
