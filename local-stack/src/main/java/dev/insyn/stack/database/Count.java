package dev.insyn.stack.database;

import java.util.List;
import java.util.Optional;

import de.bwaldvogel.mongo.bson.Document;

/// The pipeline that drivers send for `countDocuments`, told as the old command `count`, which asks the indexes: an
/// aggregation reads every document here.
record Count(String collection, Document query) {

	private static final Document ONLY_COUNTING = new Document("$group",
			new Document("_id", 1).append("n", new Document("$sum", 1)));

	static Optional<Count> of(String command, Document sent) {
		if (command.equals("aggregate") && sent.get("aggregate") instanceof String collection
				&& sent.get("pipeline") instanceof List<?> stages && stages.size() == 2
				&& stages.getFirst() instanceof Document first && first.get("$match") instanceof Document query
				&& ONLY_COUNTING.equals(stages.get(1))) {
			return Optional.of(new Count(collection, query));
		}
		return Optional.empty();
	}

	Document command() {
		return new Document("count", this.collection).append("query", this.query);
	}

	/// @param counted the answer to [#command]
	Document reply(String database, Document counted) {
		Number number = (Number) counted.getOrDefault("n", 0);
		List<Document> group = (number.longValue() == 0) ? List.of()
				: List.of(new Document("_id", 1).append("n", number));
		return new Document("cursor",
				new Document("id", 0L).append("ns", database + "." + this.collection).append("firstBatch", group))
			.append("ok", 1.0);
	}

}
