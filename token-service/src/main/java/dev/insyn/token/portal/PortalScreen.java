package dev.insyn.token.portal;

import java.time.Duration;
import java.util.List;

import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Place;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import dev.insyn.token.templates.JteportalGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Draws the portal's door in the tenant's look.
final class PortalScreen {

	private PortalScreen() {
	}

	/// @param below the address under the portal's, for the language switch
	static ResponseEntity<Content> show(HttpStatus status, Visit visit, String below, PortalView view) {
		return show(status, visit, below, view, null);
	}

	/// @param place where one is, once signed in
	static ResponseEntity<Content> show(HttpStatus status, Visit visit, String below, PortalView view,
			Place.@Nullable Where place) {
		Texts texts = visit.texts();
		String title = view.errors().isEmpty() ? view.heading() : texts.get("title.error", view.heading());
		Frame frame = new Frame(texts, title, visit.brand(), visit.switches(below));
		Content content = (output) -> JteportalGenerated.render((HtmlTemplateOutput) output, null, view);
		return answer(status, visit,
				Kit.page((place != null)
						? frame.in(Place.of(texts, visit.tenant().id().value(), place, visit.language())) : frame,
						content));
	}

	static ResponseEntity<Content> answer(HttpStatus status, Visit visit, Content content) {
		return ResponseEntity.status(status)
			.header(HttpHeaders.CONTENT_LANGUAGE, visit.texts().language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(content);
	}

	static FormField address(Texts texts, String typed, @Nullable String problem) {
		FieldFrame frame = new FieldFrame("email", texts.get("portal.email"), texts.get("portal.email.hint"), problem,
				FieldFrame.Mark.NONE);
		return new FormField.Text(frame, typed, "email", "email", "email", FormField.Width.LONG, 254, 1);
	}

	static FormField code(Texts texts, String hint, @Nullable String problem) {
		FieldFrame frame = new FieldFrame("code", texts.get("portal.code"), hint, problem, FieldFrame.Mark.NONE);
		return new FormField.Text(frame, "", "text", "one-time-code", "numeric", FormField.Width.SHORT, 12, 1);
	}

	/// The summary of the one field that a form of the door has.
	static List<SummaryEntry> summary(String field, @Nullable String problem) {
		return (problem != null) ? List.of(new SummaryEntry("f-" + field, problem)) : List.of();
	}

	/// Rounded up, so that whoever waits as long as it says has waited long enough.
	static String inWords(Texts texts, Duration wait) {
		long seconds = wait.toSeconds() + 1;
		if (seconds <= 60) {
			return texts.count("portal.wait.seconds", seconds);
		}
		long minutes = (seconds + 59) / 60;
		return (minutes <= 60) ? texts.count("portal.wait.minutes", minutes)
				: texts.count("portal.wait.hours", (minutes + 59) / 60);
	}

}
