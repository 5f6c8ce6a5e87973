package dev.insyn.contact.records;

import java.util.List;
import java.util.OptionalLong;

import dev.insyn.contact.catalogue.PublishedPages;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An administrator, or a program that may, edits the register of record types.
@Component
public class EditingRecordTypes {

	private final RecordTypes types;

	private final Records records;

	private final PublishedPages pages;

	EditingRecordTypes(RecordTypes types, Records records, PublishedPages pages) {
		this.types = types;
		this.records = records;
		this.pages = pages;
	}

	/// @param seen the version that was edited; empty for a new type
	/// @throws Problem 412 if somebody else was quicker, 409 if there are too many
	public Registered put(TenantId tenant, RecordType type, OptionalLong seen) {
		return this.types.put(tenant, type, seen);
	}

	/// Takes a type away, and everything that is held of it. What dies in between, or
	/// comes in while another instance still takes the type for known, is swept later.
	/// @param seen the version that was looked at
	/// @throws Problem 409 if a published page shows its records, 412 if somebody changed
	/// it since
	public void remove(TenantId tenant, String key, long seen) {
		List<String> published = this.pages.withRecordType(key);
		if (!published.isEmpty()) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:record-type-on-pages",
					"Published pages show these records: " + String.join(", ", published))
				.with("pages", published);
		}
		this.types.remove(tenant, key, seen);
		this.records.removeAll(tenant, key);
	}

}
