package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Who would get a mailing, as far as that was looked at.
///
/// @param gets how many
/// @param languages of these, in which language how many
/// @param leftOut who would not, by the reason's code
/// @param complete when all had been looked at; null until then
record Outlook(long gets, Map<String, Long> languages, Map<String, Group> leftOut, Instant begun,
		@Nullable Instant complete) {

	/// So many are named of each reason.
	private static final int NAMED = 10;

	/// Those left out for one reason.
	///
	/// @param first ids of some of them
	/// @param details such as the fields without a value, each once
	record Group(long count, List<String> first, List<String> details) {

		Group and(Prepared one) {
			List<String> named = new ArrayList<>(this.first);
			List<String> said = new ArrayList<>(this.details);
			if (named.size() < NAMED) {
				named.add(one.contact());
			}
			if (one.detail() != null && !said.contains(one.detail()) && said.size() < NAMED) {
				said.add(one.detail());
			}
			return new Group(this.count + 1, named, said);
		}

	}

	static Outlook begun(Instant now) {
		return new Outlook(0, Map.of(), Map.of(), now, null);
	}

	Outlook with(String language) {
		Map<String, Long> more = new LinkedHashMap<>(this.languages);
		more.merge(language, 1L, Long::sum);
		return new Outlook(this.gets + 1, more, this.leftOut, this.begun, null);
	}

	Outlook without(Prepared one) {
		Map<String, Group> more = new LinkedHashMap<>(this.leftOut);
		more.put(String.valueOf(one.reason()),
				more.getOrDefault(String.valueOf(one.reason()), new Group(0, List.of(), List.of())).and(one));
		return new Outlook(this.gets, this.languages, more, this.begun, null);
	}

	Outlook complete(Instant now) {
		return new Outlook(this.gets, this.languages, this.leftOut, this.begun, now);
	}

	long notGets() {
		return this.leftOut.values().stream().mapToLong(Group::count).sum();
	}

}
