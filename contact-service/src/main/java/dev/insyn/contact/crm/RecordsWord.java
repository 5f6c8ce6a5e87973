package dev.insyn.contact.crm;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.insyn.contact.CrmReference;
import dev.insyn.contact.records.ToldRecord;
import dev.insyn.platform.messaging.IncomingEvent;
import dev.insyn.platform.messaging.UnreadableEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// What a CRM says of some records of one owner.
///
/// @param crmId the contact that they belong to; exactly one of it and the organisation is there
record RecordsWord(TenantId tenant, String eventId, String source, String type, @Nullable String crmId,
		@Nullable String organisation, List<ToldRecord> records) {

	static final TypeReference<List<Content>> CONTENT = new TypeReference<>() {
	};

	private static final int MOST = 500;

	private static final int LONGEST_ID = 200;

	/// @throws UnreadableEvent if it doesn't say whose records or of what type
	@SuppressWarnings("ConstantValue") // what a CRM sends may lack anything
	static RecordsWord of(IncomingEvent<?> event, String source, String type, @Nullable String crmId,
			@Nullable String organisation) {
		String owner = (crmId != null) ? crmId : organisation;
		boolean one = (crmId == null) != (organisation == null);
		if (!one || owner == null || owner.isBlank() || owner.length() > LONGEST_ID || type == null || source == null
				|| !CrmReference.isSource(source)) {
			throw new UnreadableEvent(
					"Event " + event.id() + " doesn't say of what type its records are, or whose, of which CRM");
		}
		return new RecordsWord(event.tenant(), event.id(), source, type, crmId, organisation, List.of());
	}

	/// @throws UnreadableEvent if a record lacks its id, revision or time, or if they are
	/// too many
	RecordsWord telling(List<Content> content) {
		if (content.stream().anyMatch((each) -> each.at() == null)) {
			throw unreadable();
		}
		return with(content);
	}

	RecordsWord deleting(List<Content> content) {
		return with(content.stream().map((each) -> new Content(each.id(), each.revision(), null, null)).toList());
	}

	private RecordsWord with(List<Content> content) {
		if (content.size() > MOST) {
			throw unreadable();
		}
		try {
			return new RecordsWord(this.tenant, this.eventId, this.source, this.type, this.crmId, this.organisation,
					content.stream().map(Content::told).toList());
		}
		catch (IllegalArgumentException misshapen) {
			throw unreadable();
		}
	}

	private UnreadableEvent unreadable() {
		return new UnreadableEvent(
				"Event " + this.eventId + " has a record without id, revision or time, or more than " + MOST);
	}

	@Override
	public String toString() {
		return "RecordsWord[" + this.type + ", " + this.records.size() + "]";
	}

	/// A record as it lies in an event.
	record Content(@Nullable String id, @Nullable Long revision, @Nullable Instant at,
			@Nullable Map<String, Object> values) {

		@SuppressWarnings("NullAway") // refused there
		private ToldRecord told() {
			return new ToldRecord(this.id, (this.revision != null) ? this.revision : -1, this.at,
					(this.values != null) ? this.values : Map.of());
		}

	}

}
