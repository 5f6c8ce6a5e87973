package dev.insyn.contact.segment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Lists of contacts, a thousand ids a sheet, in the order of the ids: any slice is found by its sheets' own ids.
@Component
class Rolls {

	static final int MOST = 200_000;

	private static final int SHEET = 1000;

	private final TenantDocuments<Sheet> sheets;

	private final Clock clock;

	Rolls(TenantDocumentsFactory database, Clock clock) {
		this.sheets = database.of("segment_members", Sheet.class);
		this.clock = clock;
	}

	/// Writes a list down; nobody sees it before its segment says so.
	Roll write(TenantId tenant, SegmentId segment, SortedSet<String> contacts) {
		String generation = SegmentId.random().value();
		List<String> all = List.copyOf(contacts);
		List<String> firsts = new ArrayList<>();
		Map<String, Change<Sheet>> written = new LinkedHashMap<>();
		Instant now = this.clock.instant();
		for (int from = 0; from < all.size(); from += SHEET) {
			List<String> ids = all.subList(from, Math.min(from + SHEET, all.size()));
			written.put(id(segment, generation, firsts.size()), Change.of(new Sheet(segment.value(), ids, now)));
			firsts.add(ids.getFirst());
		}
		this.sheets.insertAll(tenant, written);
		return new Roll(generation, firsts, all.size());
	}

	/// @param after the id after which they begin; null for the first
	/// @throws Overtaken if another list took this one's place meanwhile: better to ask
	/// again than to pass over somebody
	List<String> slice(TenantId tenant, SegmentId segment, Roll roll, @Nullable String after, int limit) {
		List<String> found = new ArrayList<>();
		int sheet = (after != null) ? roll.sheetAfter(after) : 0;
		for (; sheet < roll.firsts().size() && found.size() < limit; sheet++) {
			sheet(tenant, segment, roll, sheet).contacts()
				.stream()
				.filter((id) -> after == null || id.compareTo(after) > 0)
				.limit(limit - found.size())
				.forEach(found::add);
		}
		return found;
	}

	void delete(TenantId tenant, SegmentId segment, Roll roll) {
		IntStream.range(0, roll.firsts().size())
			.forEach((sheet) -> this.sheets.delete(tenant, id(segment, roll.generation(), sheet)));
	}

	/// Sheets that nobody's list has, which a death left behind.
	/// @param current what each segment's list is now
	void sweep(TenantId tenant, Map<String, Roll> current, Duration age) {
		Instant old = this.clock.instant().minus(age);
		List<String> orphans = new ArrayList<>();
		this.sheets.forEach(tenant, (stored) -> {
			Roll roll = current.getOrDefault(stored.state().segment(), Roll.EMPTY);
			boolean kept = stored.id().startsWith(stored.state().segment() + "." + roll.generation() + ".");
			if (!kept && stored.state().at().isBefore(old)) {
				orphans.add(stored.id());
			}
		});
		orphans.forEach((id) -> this.sheets.delete(tenant, id));
	}

	private Sheet sheet(TenantId tenant, SegmentId segment, Roll roll, int sheet) {
		return this.sheets.find(tenant, id(segment, roll.generation(), sheet))
			.map(Stored::state)
			.orElseThrow(Overtaken::new);
	}

	private static String id(SegmentId segment, String generation, int sheet) {
		return segment + "." + generation + "." + sheet;
	}

	/// Some contacts of a list.
	record Sheet(String segment, List<String> contacts, Instant at) {
	}

}
