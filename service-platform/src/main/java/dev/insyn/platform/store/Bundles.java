package dev.insyn.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;

/// The bundles of one collection's documents whose events are not out yet, in a collection of their own. Each is
/// written down before its documents and removed after its events, so that there is neither a document without its
/// event nor an event without its document, whatever dies in between.
final class Bundles {

	/// Events of a bundle that the broker has, if it did not take all.
	static final String OUT = "out";

	static final int SOME = 20;

	private final Collection bundles;

	private final Collection documents;

	Bundles(Collection documents, Collection bundles) {
		this.documents = documents;
		this.bundles = bundles;
	}

	/// @param lease keeps the sweep away while the documents are written
	void writeDown(Bundle bundle, Lease lease) {
		this.bundles.call((all) -> all.insertOne(bundle.toDocument(lease)));
	}

	/// @throws AlreadyExists if an id or a unique value is taken by another document; the
	/// others are written all the same
	void write(Bundle bundle) {
		if (!insert(bundle.documents()) && written(bundle).size() < bundle.ids().size()) {
			throw new AlreadyExists(this.documents.name());
		}
	}

	/// Carries through what somebody else began.
	/// @return the ids of its documents; another document may have taken the place of one
	Set<String> writeMissing(Bundle bundle) {
		Set<String> written = written(bundle);
		List<RawBsonDocument> missing = new ArrayList<>();
		for (int i = 0; i < bundle.ids().size(); i++) {
			if (!written.contains(bundle.ids().get(i))) {
				missing.add(bundle.documents().get(i));
			}
		}
		if (missing.isEmpty()) {
			return written;
		}
		insert(missing);
		return written(bundle);
	}

	/// @return false if some were there already
	private boolean insert(List<RawBsonDocument> some) {
		try {
			this.documents.call((all) -> all.withDocumentClass(RawBsonDocument.class)
				.insertMany(some, new InsertManyOptions().ordered(false)));
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private Set<String> written(Bundle bundle) {
		Document ours = new Document(Envelope.ID, new Document("$in", bundle.ids())).append(Envelope.BUNDLE,
				bundle.id());
		return ids(this.documents, ours);
	}

	/// The bundles of these documents that are not out yet: own events of a document must
	/// not overtake those that came with it.
	Set<String> pendingOf(List<Document> read) {
		Set<String> ids = new HashSet<>();
		read.stream().filter((document) -> document.containsKey(Envelope.BUNDLE)).forEach((document) -> {
			ids.add(document.getString(Envelope.BUNDLE));
		});
		return ids.isEmpty() ? ids
				: ids(this.bundles, new Document(Envelope.ID, new Document("$in", List.copyOf(ids))));
	}

	private static Set<String> ids(Collection collection, Document filter) {
		return collection.call((all) -> all.find(filter)
			.projection(new Document(Envelope.ID, 1))
			.map((document) -> document.getString(Envelope.ID))
			.into(new HashSet<>()));
	}

	/// Some of those that nobody is at, without their content.
	List<Document> free(Instant now) {
		Document none = new Document(Envelope.LEASE, new Document("$exists", false));
		Document ended = new Document(Envelope.LEASE + ".until", new Document("$lte", Date.from(now)));
		return this.bundles.call((all) -> all.find(new Document("$or", List.of(none, ended)))
			.projection(new Document(Envelope.LEASE, 1))
			.limit(SOME)
			.into(new ArrayList<>()));
	}

	/// @return null if somebody else has taken it
	@Nullable Document take(Document found, Lease ours) {
		Document free = Lease.unmoved(Lease.of(found)).append(Envelope.ID, found.getString(Envelope.ID));
		return this.bundles.call((all) -> all.findOneAndUpdate(free, leased(ours)));
	}

	/// @return whether we still hold it
	boolean renew(Bundle bundle, Lease renewed) {
		return this.bundles.call((all) -> all.updateOne(held(bundle, renewed), leased(renewed)).getMatchedCount()) == 1;
	}

	/// @param out events that need not be sent again
	void giveBack(Bundle bundle, Lease lease, Set<String> out) {
		Document update = new Document("$unset", new Document(Envelope.LEASE, ""));
		if (!out.isEmpty()) {
			update.append("$push", new Document(OUT, new Document("$each", List.copyOf(out))));
		}
		this.bundles.call((all) -> all.updateOne(held(bundle, lease), update));
	}

	void remove(Bundle bundle, Lease lease) {
		this.bundles.call((all) -> all.deleteOne(held(bundle, lease)));
	}

	private static Document leased(Lease lease) {
		return new Document("$set", new Document(Envelope.LEASE, lease.toDocument()));
	}

	private static Document held(Bundle bundle, Lease lease) {
		return new Document(Envelope.ID, bundle.id()).append(Envelope.LEASE_TOKEN, lease.token());
	}

}
