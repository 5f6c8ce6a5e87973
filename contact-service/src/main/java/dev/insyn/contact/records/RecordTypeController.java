package dev.insyn.contact.records;

import java.util.List;
import java.util.OptionalLong;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.security.UserCaller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The register of record types as JSON: it says what is stored and why, and nothing about anybody.
@RestController
class RecordTypeController {

	private final RecordTypes types;

	private final EditingRecordTypes editing;

	RecordTypeController(RecordTypes types, EditingRecordTypes editing) {
		this.types = types;
		this.editing = editing;
	}

	@GetMapping("/api/record-types")
	List<RecordType> all(Caller caller) {
		mayRead(caller);
		return this.types.of(caller.tenant());
	}

	@GetMapping("/api/record-types/{key}")
	ResponseEntity<RecordType> one(@PathVariable String key, Caller caller) {
		mayRead(caller);
		return this.types.current(caller.tenant(), key)
			.map(RecordTypeController::answer)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-record-type",
					"No such record type"));
	}

	/// Changes the version that `If-Match` names; `If-None-Match: *` adds a new type.
	@PutMapping("/api/record-types/{key}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("catalogue.write")
	ResponseEntity<RecordType> put(@PathVariable String key, @RequestBody SubmittedRecordType wanted, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String absent) {
		OptionalLong version = "*".equals(absent) ? OptionalLong.empty() : version(seen);
		return answer(this.editing.put(caller.tenant(), wanted.as(key), version, caller.actor()));
	}

	/// Removes a type and its records; 409 while a published page shows them.
	@DeleteMapping("/api/record-types/{key}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("catalogue.write")
	ResponseEntity<Void> delete(@PathVariable String key, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
		this.editing.remove(caller.tenant(), key, version(seen).orElseThrow(), caller.actor());
		return ResponseEntity.noContent().build();
	}

	private static OptionalLong version(@Nullable String etag) {
		if (etag == null) {
			throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "urn:insyn:problem:precondition-required",
					"Say with If-Match which version you saw, or with If-None-Match: * that it is new");
		}
		return etag.matches("\"\\d{1,18}\"") ? OptionalLong.of(Long.parseLong(etag.substring(1, etag.length() - 1)))
				: OptionalLong.of(-1);
	}

	private static ResponseEntity<RecordType> answer(RecordTypes.Registered registered) {
		return ResponseEntity.ok().eTag(String.valueOf(registered.version())).body(registered.type());
	}

	private static void mayRead(Caller caller) {
		switch (caller) {
			case UserCaller user -> user.require(RequiredLevel.READS);
			case ClientCaller client -> {
			}
			case ContactCaller _, PortalCaller _ -> throw new Problem(HttpStatus.FORBIDDEN,
					"urn:insyn:problem:not-for-contacts", "Contacts see what their page shows");
		}
	}

}
