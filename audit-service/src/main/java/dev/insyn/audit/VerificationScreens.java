package dev.insyn.audit;

import java.net.URI;
import java.util.List;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Progress;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Whether the log is intact: asked, waited for, and answered without flattery.
@Controller
@RequiredLevel(RequiredLevel.READS)
class VerificationScreens {

	static final String ADDRESS = AuditScreens.ADDRESS + "/verify";

	private final VerificationRuns runs;

	private final AuditWords words;

	VerificationScreens(VerificationRuns runs, AuditWords words) {
		this.runs = runs;
		this.words = words;
	}

	@PostMapping(ADDRESS)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Void> begin(UserCaller caller) {
		this.runs.begin(caller.tenant(), caller.user());
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(ADDRESS)).build();
	}

	@GetMapping(ADDRESS)
	ResponseEntity<Content> newest(UserCaller caller, ConsoleUser user) {
		Texts texts = this.words.texts(caller);
		VerificationRun run = this.runs.newest(caller.tenant()).orElse(null);
		boolean goesOn = run != null && this.runs.goesOn(run);
		Action verify = Action.post(texts.get("audit.verify"), ADDRESS).primary();
		ConsoleFrame frame = AuditScreens.frame(texts, user, false);
		boolean may = user.may(RequiredLevel.CONFIGURES);
		if (run == null) {
			Empty empty = Empty.of(texts.get("audit.verify.never"));
			return ResponseEntity.ok(Console.page(frame, Console.empty(may ? empty.action(verify) : empty)));
		}
		Content content = goesOn ? progress(texts, run) : outcome(texts, caller, run);
		return ResponseEntity.ok(Console.page((may && !goesOn) ? frame.action(verify) : frame, content));
	}

	private static Content progress(Texts texts, VerificationRun run) {
		String note = texts.get("audit.verify.progress", Cell.figure(texts, run.done()), Cell.figure(texts, run.all()));
		return Console.progress(texts,
				Progress.of("verify", texts.get("audit.verify.running"), run.done(), run.all(), note, ADDRESS));
	}

	private Content outcome(Texts texts, UserCaller caller, VerificationRun run) {
		Times times = this.words.times(caller);
		Fact began = Fact.of(texts.get("audit.verify.began"), times.exact(run.startedAt()));
		Fact by = Fact.of(texts.get("audit.verify.by"), AuditWords.actor(texts, caller, "user:" + run.by()));
		Verdict verdict = run.verdict();
		if (verdict == null) {
			Notice broken = Notice.of(Notice.Kind.WARNING, texts.get("audit.verify.unfinished"),
					texts.get("audit.verify.unfinished.text"));
			return Console.all(Kit.notice(texts, broken),
					Console.card(texts.get("audit.verify.run"), Console.facts(List.of(began, by))));
		}
		Fact ended = Fact.of(texts.get("audit.verify.ended"), times.exact(run.seenAt()));
		Fact length = Fact.of(texts.get("audit.verify.length"), Cell.number(texts, verdict.length()));
		Fact anchors = Fact.of(texts.get("audit.verify.anchors"), anchors(texts, verdict));
		Fact hash = Fact.of(texts.get("audit.verify.hash"), Cell.id(texts, verdict.hash()));
		return Console.all(notice(texts, verdict), found(texts, verdict), Console.card(texts.get("audit.verify.run"),
				Console.facts(List.of(began, ended, by, length, anchors, hash))));
	}

	private static Content anchors(Texts texts, Verdict verdict) {
		return (verdict.anchors() != null) ? Cell.number(texts, verdict.anchors())
				: Cell.text(texts.get("audit.verify.anchors.unknown"));
	}

	private static Content notice(Texts texts, Verdict verdict) {
		Finding finding = verdict.finding();
		if (finding != null) {
			return Kit.notice(texts, Notice.of(Notice.Kind.WARNING, texts.get("audit.verify.broken"),
					AuditWords.finding(texts, finding), texts.get("audit.verify.broken.text")));
		}
		String length = Cell.figure(texts, verdict.length());
		return (verdict.anchors() != null)
				? Kit.notice(texts,
						Notice.of(Notice.Kind.SUCCESS, texts.get("audit.verify.intact"),
								texts.get("audit.verify.intact.text", length)))
				: Kit.notice(texts, Notice.of(Notice.Kind.INFO, texts.get("audit.verify.intact"),
						texts.get("audit.verify.intact.text", length), texts.get("audit.verify.intact.unanchored")));
	}

	private static Content found(Texts texts, Verdict verdict) {
		Finding finding = verdict.finding();
		return (finding == null) ? Console.nothing()
				: Console.card(texts.get("audit.verify.found"),
						Console.facts(List.of(
								Fact.of(texts.get("audit.verify.first-bad"),
										Cell.link(Cell.figure(texts, finding.firstBad()),
												AuditScreens.ADDRESS + "/" + finding.firstBad())),
								Fact.of(texts.get("audit.verify.kind"), Cell.code(finding.kind().name())),
								Fact.of(texts.get("audit.verify.protocol"), Cell.code(finding.why())))));
	}

}
