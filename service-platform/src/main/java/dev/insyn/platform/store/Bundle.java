package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.insyn.platform.messaging.PendingEvent;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;

/// New documents that are written together, with their events. It is written down whole, as one document, before the
/// first of them, so that whoever finds it after a crash can write what is missing and send the events.
final class Bundle {

	private static final String CONTENT = "content";

	private static final String DOCUMENTS = "documents";

	private static final String EVENTS = "events";

	private static final Codec<Document> CODEC = new DocumentCodec();

	private final String id;

	private final List<RawBsonDocument> documents = new ArrayList<>();

	private final List<String> ids = new ArrayList<>();

	private final List<List<Document>> events = new ArrayList<>();

	private Bundle(String id) {
		this.id = id;
	}

	static Bundle begin() {
		return new Bundle(UUID.randomUUID().toString());
	}

	static Bundle of(Document stored) {
		Bundle bundle = new Bundle(stored.getString(Envelope.ID));
		Document content = Packed.unpack(stored.get(CONTENT, Binary.class), CODEC);
		List<Document> documents = content.getList(DOCUMENTS, Document.class);
		List<Document> events = content.getList(EVENTS, Document.class);
		for (int i = 0; i < documents.size(); i++) {
			bundle.add(documents.get(i), PendingEvents.in(events.get(i)));
		}
		return bundle;
	}

	/// @param document remembers from now on which bundle it came with
	void add(Document document, List<Document> itsEvents) {
		this.ids.add(document.getString(Envelope.ID));
		this.documents.add(new RawBsonDocument(document.append(Envelope.BUNDLE, this.id), CODEC));
		this.events.add(itsEvents);
	}

	String id() {
		return this.id;
	}

	List<String> ids() {
		return this.ids;
	}

	List<RawBsonDocument> documents() {
		return this.documents;
	}

	List<PendingEvent> eventsOf(int number) {
		return this.events.get(number).stream().map(PendingEvents::of).toList();
	}

	Document toDocument(Lease lease) {
		Document content = new Document(DOCUMENTS, this.documents).append(EVENTS,
				this.events.stream().map((own) -> new Document(Envelope.PENDING, own)).toList());
		return new Document(Envelope.ID, this.id).append(CONTENT, Packed.of(content, CODEC))
			.append(Envelope.LEASE, lease.toDocument());
	}

}
