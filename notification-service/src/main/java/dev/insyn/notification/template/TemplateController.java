package dev.insyn.notification.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Templates as JSON, with the same checks as on the screens.
@RestController
@RequestMapping("/api/templates")
@RequiredLevel(RequiredLevel.SENDS)
@RequiredScope("mailings.send")
class TemplateController {

	private final Templates templates;

	private final EditingTemplates editing;

	private final TemplateChecks checks;

	TemplateController(Templates templates, EditingTemplates editing, TemplateChecks checks) {
		this.templates = templates;
		this.editing = editing;
		this.checks = checks;
	}

	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("mailings.read")
	TemplateList list(Caller caller) {
		return new TemplateList(this.templates.all(caller.tenant()).stream().map(TemplateLine::of).toList());
	}

	@GetMapping("/{id}")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("mailings.read")
	ResponseEntity<TemplateAnswer> one(Caller caller, @PathVariable String id) {
		return answer(HttpStatus.OK, this.editing.get(caller.tenant(), id));
	}

	@PostMapping
	ResponseEntity<TemplateAnswer> add(Caller caller, @RequestBody EditingTemplates.Draft draft) {
		return answer(HttpStatus.CREATED, this.editing.add(caller.tenant(), draft, caller.actor()));
	}

	/// @param seen the `ETag` that was read, without which nothing is changed
	@PutMapping("/{id}")
	ResponseEntity<TemplateAnswer> change(Caller caller, @PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
			@RequestBody EditingTemplates.Draft draft) {
		this.editing.get(caller.tenant(), id);
		try {
			return answer(HttpStatus.OK,
					this.editing.change(caller.tenant(), id, version(seen), draft, caller.actor()));
		}
		catch (TemplateOutdated changed) {
			throw new Problem(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:template-changed",
					"Somebody else has changed the template");
		}
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(Caller caller, @PathVariable String id) {
		this.editing.delete(caller.tenant(), id);
	}

	private static long version(@Nullable String seen) {
		if (seen == null) {
			throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "urn:insyn:problem:if-match-required",
					"Say with If-Match which version was changed");
		}
		return seen.matches("\"\\d{1,15}\"") ? Long.parseLong(seen.substring(1, seen.length() - 1)) : -1;
	}

	private ResponseEntity<TemplateAnswer> answer(HttpStatus status, Stored<MailTemplate> stored) {
		List<Finding> findings = this.checks.check(stored.tenant(), new CompiledTemplate(stored.state()));
		return ResponseEntity.status(status)
			.eTag("\"" + stored.version() + "\"")
			.body(TemplateAnswer.of(stored, findings));
	}

	record TemplateList(List<TemplateLine> templates) {
	}

	record TemplateLine(String id, String name, String kind, List<String> languages, Instant changed) {

		static TemplateLine of(Stored<MailTemplate> stored) {
			MailTemplate template = stored.state();
			return new TemplateLine(stored.id(), template.name(), template.kind().code(),
					List.copyOf(template.words().keySet()), template.changed());
		}

	}

	/// @param findings what has to be mended before it is sent
	record TemplateAnswer(String id, String name, String kind, Map<String, Words> words, Instant changed,
			String changedBy, List<FindingAnswer> findings) {

		static TemplateAnswer of(Stored<MailTemplate> stored, List<Finding> findings) {
			MailTemplate template = stored.state();
			return new TemplateAnswer(stored.id(), template.name(), template.kind().code(), template.words(),
					template.changed(), template.changedBy(), findings.stream().map(FindingAnswer::of).toList());
		}

	}

	record FindingAnswer(String code, String language, String part, String subject) {

		static FindingAnswer of(Finding finding) {
			return new FindingAnswer(finding.code().code(), finding.language(), finding.part(), finding.subject());
		}

	}

}
