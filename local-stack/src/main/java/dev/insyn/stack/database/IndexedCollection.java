package dev.insyn.stack.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Looks only at documents that an index says a query may match, where there is such an index.
final class IndexedCollection extends H2Collection {

	/// As few are sorted at once rather than read in the order of an index.
	private static final int FEW = 200;

	private static final String COMPLETE = "complete.";

	private final MVMap<String, Object> meta;

	IndexedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
			MVMap<String, Object> meta, CursorRegistry cursors) {
		super(database, name, options, documents, meta, cursors);
		this.meta = meta;
	}

	/// An index that was not completed, because its building was interrupted, is built
	/// again.
	@Override
	public void addIndex(Index<Object> index) {
		String complete = COMPLETE + index.getName();
		if (index instanceof Lookup lookup && !(lookup.entries().wasThere() && this.meta.containsKey(complete))) {
			lookup.entries().byKey().clear();
		}
		super.addIndex(index);
		this.meta.put(complete, true);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
			@Nullable Document fields) {
		Plan narrowest = null;
		for (Index<Object> index : getIndexes()) {
			if (index.canHandle(query)) {
				return matchDocuments(query, index.getPositions(query), orderBy, skip, limit, batchSize, fields);
			}
			if (index instanceof Lookup lookup) {
				Plan plan = plan(lookup, query);
				narrowest = (plan != null && (narrowest == null || plan.count() < narrowest.count())) ? plan
						: narrowest;
			}
		}
		long seen = (narrowest != null) ? narrowest.count() : count();
		Optional<Plan> sorted = (limit > 0 && seen > FEW) ? inOrder(query, orderBy) : Optional.empty();
		if (sorted.isPresent() && sorted.get().count() / seen * (skip + limit) < seen) {
			return matchDocumentsFromStream(sorted.get().inOrder(descending(orderBy)).map(this::getDocument), query,
					null, skip, limit, batchSize, fields);
		}
		if (narrowest == null || narrowest.count() > count() / 2) {
			return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
		}
		return matchDocuments(query, narrowest.positions(), orderBy, skip, limit, batchSize, fields);
	}

	/// What has to be looked through in the order that is asked for, if an index has it;
	/// as
	/// many are read as it takes to find what is wanted, about one in so many as match at
	/// all.
	private Optional<Plan> inOrder(Document query, @Nullable Document orderBy) {
		if (orderBy == null || orderBy.isEmpty() || orderBy.values().stream().distinct().count() > 1) {
			return Optional.empty();
		}
		List<String> sorted = List.copyOf(orderBy.keySet());
		return getIndexes().stream()
			.filter(Lookup.class::isInstance)
			.map(Lookup.class::cast)
			.flatMap((lookup) -> Stream
				.concat(Stream.of(Bounds.prefix(lookup.fields(), query)),
						Bounds.of(lookup.fields(), lookup.leavesOutMissing(), query).stream())
				.filter((bounds) -> lookup.isOrderedBy(bounds, sorted))
				.map((bounds) -> new Plan(lookup.entries(), bounds, lookup.entries().count(bounds))))
			.min(Comparator.comparingLong(Plan::count));
	}

	private static boolean descending(@Nullable Document orderBy) {
		return orderBy != null && ((Number) orderBy.values().iterator().next()).intValue() < 0;
	}

	private static @Nullable Plan plan(Lookup index, Document query) {
		return index.bounds(query)
			.map((bounds) -> new Plan(index.entries(), bounds, index.entries().estimate(bounds)))
			.orElse(null);
	}

	/// Copies: the superclass changes a document that it has found and updates, while the
	/// store's own thread may be
	/// writing it to the file. So what is stored is only ever replaced.
	@Override
	protected QueryResult createQueryResult(List<Document> found, int batchSize) {
		return super.createQueryResult(new ArrayList<>(found.stream().map(Document::clone).toList()), batchSize);
	}

	/// Documents are not counted in bytes, which would mean to write each one twice.
	@Override
	protected boolean tracksDataSize() {
		return false;
	}

	/// One way to find what a query matches.
	///
	/// @param count about how many documents it leads to
	private record Plan(IndexEntries entries, Bounds bounds, long count) {

		Iterable<Object> positions() {
			return this.entries.positions(this.bounds);
		}

		Stream<Object> inOrder(boolean descending) {
			return this.entries.inOrder(this.bounds, descending);
		}

	}

}
