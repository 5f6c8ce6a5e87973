package dev.insyn.page.own;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.FieldType;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.theme.Themes;
import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.LanguageLink;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Place;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Draws an *edit own data* page.
@Component
class OwnDataPages {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Themes themes;

	private final JsonMapper json;

	OwnDataPages(Themes themes, JsonMapper json) {
		this.themes = themes;
		this.json = json;
	}

	/// The look of a page.
	Frame frame(LivePage page, Reader reader, String title) {
		return frame(page, reader, title, "/p/" + page.number());
	}

	/// @param address of the page, for the language switch; empty: wherever it is shown
	private Frame frame(LivePage page, Reader reader, String title, String address) {
		List<LanguageLink> languages = page.languages()
			.stream()
			.map((language) -> new LanguageLink(language, address + "?lang=" + language,
					language.equals(reader.language())))
			.toList();
		Frame frame = new Frame(reader.texts(), title, brand(page), languages);
		return reader.portal() ? frame.in(Place.of(reader.texts(), page.tenant().id().value(), Place.Where.PAGE,
				reader.chosen() ? reader.language() : "")) : frame;
	}

	/// The form. Without a contact (contact-service is away just now) only what can be
	/// read is left out.
	Content form(Drawing drawing) {
		LivePage page = drawing.page();
		Reader reader = drawing.reader();
		boolean wrong = !drawing.problems().summary().isEmpty();
		String title = page.content().title().in(reader.language());
		OwnDataView view = new OwnDataView(reader.texts(), title, intro(page, reader), drawing.problems().summary(),
				notices(drawing), drawing.facts(page.content().header()), correction(page, reader),
				reader.address(page), hidden(drawing), parts(drawing), ReportTable.of(page, reader, drawing.contact()),
				emailPending(drawing), new OwnDataView.Buttons(page.content().button().in(reader.language()),
						drawing.sample(), drawing.closed()),
				privacy(page, reader));
		return Kit.page(frame(page, reader, wrong ? reader.texts().get("title.error", title) : title,
				drawing.sample() ? "" : "/p/" + page.number()), Templates.ownData(view));
	}

	/// That nothing can be changed is said first, unless somebody has just tried to.
	private static List<Notice> notices(Drawing drawing) {
		if (!drawing.closed() || drawing.typed() != null) {
			return drawing.notices();
		}
		Texts texts = drawing.reader().texts();
		List<Notice> notices = new ArrayList<>();
		notices.add(Notice.of(Notice.Kind.INFO, texts.get("own.restricted.title"), texts.get("own.closed.text")));
		notices.addAll(drawing.notices());
		return notices;
	}

	private List<OwnDataView.Hidden> hidden(Drawing drawing) {
		List<OwnDataView.Hidden> hidden = new ArrayList<>();
		hidden.add(new OwnDataView.Hidden(Submission.VERSION, String.valueOf(drawing.page().version())));
		hidden.add(new OwnDataView.Hidden(Submission.LINK, drawing.link()));
		hidden.add(new OwnDataView.Hidden(Submission.FORM, drawing.form()));
		hidden.add(new OwnDataView.Hidden(Submission.SHOWN, drawing.shown().encode(this.json)));
		drawing.conflicts().keySet().forEach((field) -> hidden.add(new OwnDataView.Hidden(Submission.CONFLICT, field)));
		return hidden;
	}

	private static List<FormPart> parts(Drawing drawing) {
		LivePage page = drawing.page();
		Reader reader = drawing.reader();
		FieldInputs inputs = new FieldInputs(page, reader, drawing.shown(), drawing.typed(), drawing.problems());
		List<FormPart> parts = new ArrayList<>();
		for (PageField field : page.content().body()) {
			if (parts.isEmpty() || !field.section().isEmpty()) {
				parts.add(new FormPart(field.section().in(reader.language()), new ArrayList<>()));
			}
			FormPart.Item item = item(drawing, inputs, field);
			if (item != null) {
				parts.getLast().items().add(item);
			}
		}
		return parts;
	}

	private static FormPart.@Nullable Item item(Drawing drawing, FieldInputs inputs, PageField field) {
		if (!field.editable() || drawing.closed()) {
			return drawing.facts(List.of(field))
				.stream()
				.findFirst()
				.map((fact) -> new FormPart.Item(null, fact, null))
				.orElse(null);
		}
		boolean boxes = drawing.page().definition(field).type() == FieldType.CHOICES;
		FormField input = inputs.draw(field, conflict(drawing, field));
		return new FormPart.Item(input, null, boxes ? field.key() : null);
	}

	private static @Nullable Content conflict(Drawing drawing, PageField field) {
		ConflictChoice choice = drawing.conflicts().get(field.key());
		return (choice == null) ? null
				: Templates.conflict(drawing.reader().texts(), choice, drawing.page().tenant().name());
	}

	private static OwnDataView.@Nullable EmailPending emailPending(Drawing drawing) {
		ContactView contact = drawing.contact();
		return (contact == null || contact.emailChange() == null) ? null
				: new OwnDataView.EmailPending(
						drawing.reader().texts().get("email.pending", contact.emailChange().address()),
						drawing.reader().address(drawing.page(), "/email"));
	}

	private static @Nullable Content intro(LivePage page, Reader reader) {
		String text = page.content().intro().in(reader.language());
		return text.isBlank() ? null : Markdown.html(text);
	}

	private @Nullable String correction(LivePage page, Reader reader) {
		String email = brand(page).contactEmail();
		return (email == null) ? null : "mailto:" + email + "?subject=" + org.springframework.web.util.UriUtils
			.encode(reader.texts().get("correction.subject"), java.nio.charset.StandardCharsets.UTF_8);
	}

	private OwnDataView.Privacy privacy(LivePage page, Reader reader) {
		return new OwnDataView.Privacy(page.tenant().name(), brand(page).contactEmail(), PrivacyFacts.of(page, reader));
	}

	private Brand brand(LivePage page) {
		return this.themes.brand(page.tenant().id(), page.content().theme());
	}

	/// A fresh id for a form.
	static String newForm() {
		byte[] random = new byte[18];
		RANDOM.nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	/// What is to be drawn.
	///
	/// @param contact null if it can't be asked for now
	/// @param typed what the contact typed, where the form is drawn again
	/// @param conflicts by field
	/// @param sample whether it only shows what the page will be like, and sends nothing
	record Drawing(LivePage page, Reader reader, String link, String form, @Nullable ContactView contact, Shown shown,
			@Nullable Submission typed, Problems problems, Map<String, ConflictChoice> conflicts, List<Notice> notices,
			boolean sample) {

		/// The form as it is first shown.
		static Drawing fresh(LivePage page, Reader reader, String link, ContactView contact, List<Notice> notices) {
			return new Drawing(page, reader, link, newForm(), contact, Shown.of(page, contact), null, Problems.NONE,
					Map.of(), notices, false);
		}

		/// The form as a preview shows it: it belongs to no link, and its buttons are
		/// off.
		static Drawing sample(LivePage page, Reader reader, ContactView contact) {
			return new Drawing(page, reader, "", newForm(), contact, Shown.of(page, contact), null, Problems.NONE,
					Map.of(), List.of(), true);
		}

		/// Whether the contact's data may only be shown (GDPR Art. 18).
		boolean closed() {
			return this.contact != null && this.contact.restricted();
		}

		/// Values that are only shown; none if the contact can't be asked for now.
		List<Fact> facts(List<PageField> fields) {
			ContactView known = this.contact;
			return (known == null) ? List.of() : fields.stream().map((field) -> fact(field, known)).toList();
		}

		private Fact fact(PageField field, ContactView known) {
			FieldDefinition definition = this.page.definition(field);
			return new Fact(this.page.heading(field, this.reader.language()),
					FieldFormatter.show(definition, known.value(field.key()), this.reader.locale()),
					field.comment().in(this.reader.language()));
		}

	}

}
