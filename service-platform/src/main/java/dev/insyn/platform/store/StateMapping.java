package dev.insyn.platform.store;

import org.bson.Document;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.QueryMapper;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.query.Criteria;

/// Between a state and its fields in a document, by Spring Data's converter, without Java class names at the top.
final class StateMapping<T> {

	private final Class<T> type;

	private final MongoConverter converter;

	private final QueryMapper queries;

	StateMapping(Class<T> type, MongoConverter converter) {
		this.type = type;
		this.converter = converter;
		this.queries = new QueryMapper(converter);
	}

	Document write(T state) {
		Document fields = new Document();
		this.converter.write(state, fields);
		fields.remove("_class");
		fields.remove(Envelope.ID);
		for (String field : fields.keySet()) {
			if (!Envelope.isState(field)) {
				throw new IllegalStateException("A state's property may not begin with _: " + field);
			}
		}
		return fields;
	}

	T read(Document document, String id) {
		Document fields = new Document();
		document.forEach((field, value) -> {
			if (Envelope.isState(field)) {
				fields.put(field, value);
			}
		});
		fields.put(Envelope.ID, id);
		return this.converter.read(this.type, fields);
	}

	/// `id` is the document's id, also where the state has no such property.
	Document criteria(Criteria criteria) {
		Document mapped = this.queries.getMappedObject(criteria.getCriteriaObject(), entity());
		if (mapped.containsKey("id") && entity().getPersistentProperty("id") == null) {
			mapped.put(Envelope.ID, mapped.remove("id"));
		}
		return mapped;
	}

	/// By the stored names of property paths, as the indexes have them; `id` is the
	/// document's.
	Document sort(Sort sort) {
		Document stored = new Document();
		sort.forEach((order) -> stored.append(path(order.getProperty()), order.isAscending() ? 1 : -1));
		return stored;
	}

	/// The stored name of a property path.
	String path(String path) {
		return criteria(Criteria.where(path).is(0)).keySet().iterator().next();
	}

	private MongoPersistentEntity<?> entity() {
		return this.converter.getMappingContext().getRequiredPersistentEntity(this.type);
	}

}
