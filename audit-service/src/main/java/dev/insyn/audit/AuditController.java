package dev.insyn.audit;

import java.util.List;

import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The log of the caller's own tenant, and whether it is intact.
@RestController
@RequestMapping("/audit")
@RequiredLevel(RequiredLevel.READS)
@RequiredScope("audit.read")
class AuditController {

	private static final int MOST = 500;

	private final ReadingRecords reading;

	private final Verification verification;

	private final JsonMapper json;

	AuditController(ReadingRecords reading, Verification verification, JsonMapper json) {
		this.reading = reading;
		this.verification = verification;
		this.json = json;
	}

	/// Newest first.
	///
	/// @param contact only what is about this contact
	/// @param before only records with a smaller number: `next` of the page before
	@GetMapping
	AuditPage records(Caller caller, @RequestParam(required = false) @Nullable String contact,
			@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Long before) {
		int most = Math.clamp(limit, 1, MOST);
		List<AuditRecord> records = this.reading.find(caller.tenant(), RecordSearch.about(contact), before, most);
		return AuditPage.of(this.json, records, most);
	}

	@GetMapping("/verify")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("audit.read")
	Verdict verify(Caller caller) {
		return this.verification.verify(caller.tenant());
	}

}
