package dev.insyn.contact.segment.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The rows of which nothing came, for a month: they are about people who may be no contacts at all. Sealed, some hundred
/// a sheet.
@Component
public class Refusals {

	/// How long a report is kept.
	public static final Duration KEPT = Duration.ofDays(30);

	/// Rows on a sheet.
	public static final int SHEET = 500;

	private final TenantDocuments<Sheet> sheets;

	private final TenantKeys keys;

	private final JsonMapper json;

	private final Clock clock;

	Refusals(TenantDocumentsFactory database, TenantKeys keys, JsonMapper json, Clock clock) {
		this.sheets = database.of("segment_refusals", Sheet.class);
		this.keys = keys;
		this.json = json;
		this.clock = clock;
	}

	/// In the place of what an earlier file of the segment left.
	void write(TenantId tenant, SegmentId segment, List<RefusedRow> rows) {
		for (int earlier = 0; this.sheets.delete(tenant, id(segment, earlier)); earlier++) {
			// until there are no more
		}
		Instant now = this.clock.instant();
		Map<String, Change<Sheet>> written = new LinkedHashMap<>();
		for (int from = 0; from < rows.size(); from += SHEET) {
			String id = id(segment, from / SHEET);
			byte[] content = this.json.writeValueAsBytes(rows.subList(from, Math.min(from + SHEET, rows.size())));
			written.put(id, Change
				.of(new Sheet(this.keys.of(tenant).segments().seal(content, aad(tenant, id)).content(), now)));
		}
		this.sheets.insertAll(tenant, written);
	}

	/// @param number of the sheet, from 0
	/// @return empty where there are no more, or the report has been deleted
	public Optional<List<RefusedRow>> sheet(TenantId tenant, SegmentId segment, int number) {
		String id = id(segment, number);
		return this.sheets.find(tenant, id)
			.map((stored) -> List.of(this.json.readValue(
					this.keys.of(tenant)
						.segments()
						.open(new SealedValue("segments", stored.state().content()), aad(tenant, id)),
					RefusedRow[].class)));
	}

	@Scheduled(initialDelayString = "PT30M", fixedDelayString = "PT6H")
	void forget() {
		this.sheets.purgeBefore("at", this.clock.instant().minus(KEPT));
	}

	private static String id(SegmentId segment, int number) {
		return segment + "." + number;
	}

	private static String aad(TenantId tenant, String id) {
		return tenant + "|" + id + "|refusals";
	}

	/// Some rows, sealed.
	@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never
												// compared
	record Sheet(byte[] content, Instant at) {
	}

}
