package dev.insyn.page.console;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import dev.insyn.page.editing.ContentReading;
import dev.insyn.page.editing.EditingPages;
import dev.insyn.page.editing.InvalidPage;
import dev.insyn.page.editing.PageDocument;
import dev.insyn.page.editing.PageProblem;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Pages;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Pages as files: out, and in as a new page or as the draft of one that is there.
@RestController
@RequestMapping(path = PageScreens.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.CONFIGURES)
class ImportController {

	private static final String PAGE = "/{page:P\\d{2,6}}";

	private final Pages pages;

	private final EditingPages editing;

	private final ContentReading reading;

	private final PageScreens screens;

	private final Clock clock;

	ImportController(Pages pages, EditingPages editing, ContentReading reading, PageScreens screens, Clock clock) {
		this.pages = pages;
		this.editing = editing;
		this.reading = reading;
		this.screens = screens;
		this.clock = clock;
	}

	@GetMapping(path = PAGE + "/export", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PageDocument> export(@PathVariable String page, UserCaller caller) {
		PageContent draft = this.pages.draft(this.pages.get(caller.tenant(), page));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(page + ".json").build().toString())
			.body(PageDocument.of(page, this.clock.instant(), draft));
	}

	@GetMapping({ "/import", PAGE + "/import" })
	Content ask(@PathVariable(required = false) @Nullable String page, UserCaller caller, ConsoleUser user) {
		return draw(page, caller, user, List.of());
	}

	@PostMapping(path = { "/import", PAGE + "/import" }, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Content> take(@PathVariable(required = false) @Nullable String page, UserCaller caller,
			ConsoleUser user, @RequestParam MultipartFile file, @RequestParam(defaultValue = "-1") int revision)
			throws IOException {
		try {
			PageContent content = this.reading.document(new String(file.getBytes(), StandardCharsets.UTF_8)).required();
			Stored<LandingPage> taken = (page == null) ? this.editing.importNew(caller, content)
					: this.editing.importInto(caller, page, revision, content);
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create(PageScreens.address(taken.id()) + "?done=page.imported"))
				.build();
		}
		catch (InvalidPage invalid) {
			return ResponseEntity.unprocessableContent().body(draw(page, caller, user, invalid.problems()));
		}
	}

	private Content draw(@Nullable String page, UserCaller caller, ConsoleUser user, List<PageProblem> problems) {
		Texts texts = this.screens.texts(user);
		String address = (page == null) ? PageScreens.ADDRESS : PageScreens.address(page);
		Field file = Field.file("file", texts.get("page.import.file"), "application/json,.json")
			.hint(texts.get("page.import.file.hint"))
			.required();
		if (!problems.isEmpty()) {
			file.error(texts.get("page.import.refused"));
		}
		Form form = Form.post("import", address + "/import")
			.upload()
			.unguarded()
			.group(texts.get("page.import.what"), null, file)
			.submit(texts.get((page == null) ? "page.import.does" : "page.import.replace", (page == null) ? "" : page))
			.cancel(texts.get("console.cancel"), address);
		if (page != null) {
			form.hidden("revision", String.valueOf(this.pages.get(caller.tenant(), page).state().revision()));
		}
		ConsoleFrame frame = ConsoleFrame
			.of(texts, texts.get((page == null) ? "page.import.title" : "page.import.into", (page == null) ? "" : page),
					Section.LANDING_PAGES, user)
			.lead(texts.get((page == null) ? "page.import.lead" : "page.import.into.lead"));
		return Console.page((page == null) ? frame : frame.under(page, address), Templates.refusedImport(texts,
				problems.stream().map((problem) -> problem.member() + ": " + Troubles.words(texts, problem)).toList()),
				Console.form(texts, form));
	}

}
