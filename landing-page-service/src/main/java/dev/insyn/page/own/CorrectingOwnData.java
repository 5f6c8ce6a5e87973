package dev.insyn.page.own;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.Reading;
import dev.insyn.page.contacts.ContactAway;
import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.contacts.Outcome;
import dev.insyn.page.contacts.PageUpdate;
import dev.insyn.page.own.OwnDataPages.Drawing;
import dev.insyn.page.pages.HiddenField;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.waiting.WaitingUpdates;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A contact corrects or confirms its own data. Whatever happens, nothing that was typed is lost: it is applied, accepted
/// for later, or stands in the form again with what to do.
@Component
class CorrectingOwnData {

	private static final Logger logger = LoggerFactory.getLogger(CorrectingOwnData.class);

	/// The contact's data may only be kept (GDPR Art. 18).
	private static final String RESTRICTED = "contact-restricted";

	private final ContactService contacts;

	private final WaitingUpdates waiting;

	private final Receipts receipts;

	private final Refusals refusals;

	private final Answers answers;

	private final JsonMapper json;

	private final Clock clock;

	CorrectingOwnData(ContactService contacts, WaitingUpdates waiting, Receipts receipts, Refusals refusals,
			Answers answers, JsonMapper json, Clock clock) {
		this.contacts = contacts;
		this.waiting = waiting;
		this.receipts = receipts;
		this.refusals = refusals;
		this.answers = answers;
		this.json = json;
		this.clock = clock;
	}

	ResponseEntity<Content> submit(LivePage page, Reader reader, PageVisit caller, Submission form) {
		if (!form.isOfLink(caller.mark())) {
			return this.answers.otherLink(page, reader);
		}
		boolean current = form.isOf(page);
		Submission.Strays strays = form.strays(page);
		if (!strays.isEmpty() && (current || form.first(Submission.VERSION).isEmpty())) {
			this.refusals.tell(caller, strays);
			return this.answers.refused(page, reader);
		}
		Submitting submitting = new Submitting(page, reader, caller, form,
				Shown.decode(form.first(Submission.SHOWN), this.json));
		return (current && form.form() != null && !form.first(Submission.LINK).isEmpty()) ? read(submitting)
				: again(HttpStatus.CONFLICT, submitting, notice(reader, "own.outdated"));
	}

	private ResponseEntity<Content> read(Submitting submitting) {
		ReadForm read = ReadForm.of(submitting.page(), submitting.form(), submitting.shown(), submitting.reader());
		if (submitting.form().confirms() && read.isSound() && read.touched()) {
			return again(HttpStatus.UNPROCESSABLE_CONTENT, submitting, notice(submitting.reader(), "own.unsaved"));
		}
		if (!read.isSound()) {
			return wrong(submitting, read.problems(), read.undecided());
		}
		return send(submitting, submitting.form().confirms() ? Map.of() : read.changes());
	}

	private ResponseEntity<Content> send(Submitting submitting, Map<String, @Nullable Object> changes) {
		PageVisit caller = submitting.caller();
		PageUpdate update = update(submitting, changes);
		String key = IdempotencyKey.of(submitting.formId(), update);
		if (this.waiting.waitFor(caller.tenant(), caller.contact())) {
			return accept(submitting, key, update);
		}
		return switch (this.contacts.update(caller.contact(), key, update)) {
			case Outcome.Applied applied -> applied(submitting, applied, changes.isEmpty());
			case Outcome.Away _ -> accept(submitting, key, update);
			case Outcome.Conflict conflict -> conflict(submitting, conflict.sides());
			case Outcome.Invalid invalid -> wrong(submitting, problems(invalid), List.of());
			case Outcome.Refused refused when refused.status() == 404 ->
				this.answers.contactGone(submitting.page(), submitting.reader());
			case Outcome.Refused refused -> notTaken(submitting, refused);
		};
	}

	private ResponseEntity<Content> applied(Submitting submitting, Outcome.Applied applied, boolean confirmed) {
		PageVisit caller = submitting.caller();
		if (!this.waiting.standing(caller.tenant(), caller.contact()).undelivered().isEmpty()) {
			this.waiting.told(caller.tenant(), caller.contact(), caller.page());
		}
		if (applied.emailChange() != null) {
			return receipt(submitting, new Receipt(Receipt.Kind.UPDATED, applied.changed(), applied.emailChange()));
		}
		boolean nothing = confirmed || applied.changed().isEmpty();
		return receipt(submitting, Receipt.of(nothing ? Receipt.Kind.CONFIRMED : Receipt.Kind.UPDATED,
				nothing ? List.of() : applied.changed()));
	}

	/// contact-service is away: the update rests here, sealed, until it can be delivered.
	private ResponseEntity<Content> accept(Submitting submitting, String key, PageUpdate update) {
		PageVisit caller = submitting.caller();
		try {
			this.waiting.accept(caller.tenant(), caller.contact(), key, update);
		}
		catch (RuntimeException trouble) {
			logger.error("An update of page {} could not be accepted: {}", caller.page(),
					trouble.getClass().getSimpleName());
			return again(HttpStatus.SERVICE_UNAVAILABLE, submitting, notice(submitting.reader(), "own.not-saved"));
		}
		List<Outcome.FieldChange> changes = update.changes()
			.entrySet()
			.stream()
			.filter((change) -> !isWish(change.getKey(), change.getValue()))
			.map((change) -> new Outcome.FieldChange(change.getKey(), submitting.shown().value(change.getKey()),
					change.getValue()))
			.toList();
		boolean wish = isWish(ContactView.EMAIL, update.changes().get(ContactView.EMAIL));
		return receipt(submitting, new Receipt(Receipt.Kind.RECEIVED, changes, wish ? Receipt.CODE_LATER : null));
	}

	/// Another e-mail address holds only when its code is entered.
	private static boolean isWish(String field, @Nullable Object value) {
		return field.equals(ContactView.EMAIL) && value != null;
	}

	private ResponseEntity<Content> notTaken(Submitting submitting, Outcome.Refused refused) {
		if (refused.reason().equals(RESTRICTED)) {
			return again(HttpStatus.CONFLICT, submitting, notice(submitting.reader(), "own.restricted"));
		}
		logger.error("contact-service refused an update of page {}: {} {}", submitting.page().number(),
				refused.status(), refused.reason());
		return again(HttpStatus.BAD_GATEWAY, submitting, notice(submitting.reader(), "own.not-saved"));
	}

	private ResponseEntity<Content> receipt(Submitting submitting, Receipt receipt) {
		return this.answers.toReceipt(submitting.page(), submitting.reader(), receipt,
				this.receipts.keep(submitting.caller(), receipt));
	}

	/// Both sides beside the field. From now on the contact has seen the other side's
	/// version.
	private ResponseEntity<Content> conflict(Submitting submitting, List<Outcome.Side> sides) {
		Shown shown = submitting.shown();
		Map<String, ConflictChoice> choices = new LinkedHashMap<>();
		for (Outcome.Side side : sides) {
			shown = shown.with(side.field(), new Shown.Seen(side.version(), side.current()));
			choices.put(side.field(), choice(submitting, side.field(), side.current(), ""));
		}
		List<String> fields = List.copyOf(choices.keySet());
		return draw(HttpStatus.CONFLICT, submitting.having(shown),
				Problems.of(submitting.page(), submitting.reader(), Map.of(), fields), choices, List.of());
	}

	private ResponseEntity<Content> wrong(Submitting submitting, Map<String, Reading.Problem> problems,
			List<String> undecided) {
		return draw(HttpStatus.UNPROCESSABLE_CONTENT, submitting,
				Problems.of(submitting.page(), submitting.reader(), problems, undecided), openConflicts(submitting),
				List.of());
	}

	private ResponseEntity<Content> again(HttpStatus status, Submitting submitting, Notice notice) {
		return draw(status, submitting, Problems.NONE, openConflicts(submitting), List.of(notice));
	}

	private ResponseEntity<Content> draw(HttpStatus status, Submitting submitting, Problems problems,
			Map<String, ConflictChoice> conflicts, List<Notice> notices) {
		LivePage page = submitting.page();
		PageVisit caller = submitting.caller();
		return this.answers.form(status, new Drawing(page, submitting.reader(), caller.mark(), submitting.formId(),
				contact(submitting), submitting.shown(), submitting.form(), problems, conflicts, notices, false));
	}

	/// The read-only values, if they are to be had; the form does without them.
	private @Nullable ContactView contact(Submitting submitting) {
		try {
			Optional<ContactView> contact = this.contacts.view(submitting.caller().contact(),
					submitting.page().fieldKeys(), submitting.page().reports());
			return contact.orElse(null);
		}
		catch (ContactAway away) {
			return null;
		}
	}

	/// The conflicts that the form was drawn with, and what has been chosen in them.
	private static Map<String, ConflictChoice> openConflicts(Submitting submitting) {
		Map<String, ConflictChoice> choices = new LinkedHashMap<>();
		for (String field : submitting.form().values().getOrDefault(Submission.CONFLICT, List.of())) {
			choices.put(field, choice(submitting, field, submitting.shown().value(field),
					submitting.form().first(Submission.CHOOSE + field)));
		}
		choices.keySet().retainAll(submitting.page().content().editable().stream().map(PageField::key).toList());
		return choices;
	}

	private static ConflictChoice choice(Submitting submitting, String field, @Nullable Object current, String chosen) {
		LivePage page = submitting.page();
		String text = page.knownKeys().contains(field)
				? FieldFormatter.show(page.definition(field), current, submitting.reader().locale()) : "";
		return new ConflictChoice(field, text, chosen);
	}

	private PageUpdate update(Submitting submitting, Map<String, @Nullable Object> changes) {
		LivePage page = submitting.page();
		Map<String, Long> shown = new LinkedHashMap<>();
		changes.keySet().forEach((field) -> shown.put(field, submitting.shown().version(field)));
		Map<String, String> hidden = new LinkedHashMap<>();
		for (HiddenField field : page.content().hidden()) {
			hidden.put(field.key(), field.valueAt(this.clock, page.tenant().timeZone(), page.name()));
		}
		return new PageUpdate(page.number(), page.version(), submitting.caller().link(), this.clock.instant(), shown,
				changes, hidden, page.logNote(held(changes), this.clock.instant()), submitting.reader().language());
	}

	/// The keys of what holds at once.
	private static List<String> held(Map<String, @Nullable Object> changes) {
		return changes.keySet().stream().filter((field) -> !isWish(field, changes.get(field))).toList();
	}

	private static Map<String, Reading.Problem> problems(Outcome.Invalid invalid) {
		Map<String, Reading.Problem> problems = new LinkedHashMap<>();
		invalid.errors()
			.forEach((error) -> problems.put(error.field(),
					new Reading.Problem(error.code(), (error.args() != null) ? error.args() : Map.of())));
		return problems;
	}

	private static Notice notice(Reader reader, String key) {
		Texts texts = reader.texts();
		return Notice.of(Notice.Kind.WARNING, texts.get(key + ".title"), texts.get(key + ".text"));
	}

	/// One submit of a form, on its way.
	///
	/// @param shown what the contact had seen, and so what it changed
	private record Submitting(LivePage page, Reader reader, PageVisit caller, Submission form, Shown shown) {

		Submitting having(Shown other) {
			return new Submitting(this.page, this.reader, this.caller, this.form, other);
		}

		String formId() {
			String form = this.form.form();
			return (form != null) ? form : OwnDataPages.newForm();
		}

	}

}
