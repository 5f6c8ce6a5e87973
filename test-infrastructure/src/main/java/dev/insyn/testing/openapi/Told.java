package dev.insyn.testing.openapi;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What stands in `src/main/openapi/told.json`, because no signature says it.
///
/// @param tags what the operations of a controller are called together, by its name without `Controller`
/// @param internal paths that only services of ours call, and no gateway leads to
/// @param operations by verb and path
/// @param paths operations that no controller has, as they stand in the document
record Told(Map<String, String> tags, List<String> internal, Map<String, Said> operations,
		Map<String, Map<String, Object>> paths) {

	static final Told NOTHING = new Told(Map.of(), List.of(), Map.of(), Map.of());

	Told {
		tags = (tags != null) ? tags : Map.of();
		internal = (internal != null) ? internal : List.of();
		operations = (operations != null) ? operations : Map.of();
		paths = (paths != null) ? paths : Map.of();
	}

	Said of(String operation) {
		return this.operations.getOrDefault(operation, Said.NOTHING);
	}

	boolean isInternal(String path) {
		return this.internal.contains(path);
	}

	/// Of one operation.
	///
	/// @param summary what it does, in a few words
	/// @param status of success, where it is chosen by code
	/// @param answers what an answer that is written piece by piece lists: the class by
	/// the name of the list
	/// @param takes the class of a body that the controller reads itself
	/// @param consumes media types of a body that is no JSON
	/// @param request an example
	/// @param response an example
	record Said(@Nullable String summary, @Nullable Integer status, @Nullable Map<String, String> answers,
			@Nullable String takes, @Nullable List<String> consumes, @Nullable Object request,
			@Nullable Object response) {

		static final Said NOTHING = new Said(null, null, null, null, null, null, null);

	}

}
