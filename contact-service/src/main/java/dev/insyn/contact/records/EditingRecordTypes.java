package dev.insyn.contact.records;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

import dev.insyn.contact.catalogue.PublishedPages;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An administrator, or a program that may, edits the register of record types.
@Component
public class EditingRecordTypes {

	private final RecordTypes types;

	private final Records records;

	private final PublishedPages pages;

	private final Clock clock;

	EditingRecordTypes(RecordTypes types, Records records, PublishedPages pages, Clock clock) {
		this.types = types;
		this.records = records;
		this.pages = pages;
		this.clock = clock;
	}

	/// @param seen the version that was edited; empty for a new type
	/// @throws Problem 412 if somebody else was quicker, 409 if there are too many
	public Registered put(TenantId tenant, RecordType type, OptionalLong seen, Actor by) {
		String change = seen.isPresent() ? RecordTypeMessaging.UPDATED : RecordTypeMessaging.CREATED;
		return this.types.put(tenant, type, seen, told(tenant, type.key(), change, by));
	}

	/// Takes a type away, and everything that is held of it. What dies in between, or
	/// comes in while another instance still takes the type for known, is swept later.
	/// @param seen the version that was looked at
	/// @throws Problem 409 if a published page shows its records, 412 if somebody changed
	/// it since
	public void remove(TenantId tenant, String key, long seen, Actor by) {
		List<String> published = this.pages.withRecordType(key);
		if (!published.isEmpty()) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:record-type-on-pages",
					"Published pages show these records: " + String.join(", ", published))
				.with("pages", published);
		}
		this.types.remove(tenant, key, seen, told(tenant, key, RecordTypeMessaging.DELETED, by));
		this.records.removeAll(tenant, key);
	}

	private OutgoingEvent told(TenantId tenant, String key, String change, Actor by) {
		return RecordTypeMessaging.changed(tenant, key, change, by, this.clock.instant());
	}

}
