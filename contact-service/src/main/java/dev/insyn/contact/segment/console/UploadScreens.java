package dev.insyn.contact.segment.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.contact.console.Screens;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.InvalidSegment;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.contact.segment.upload.FileRefused;
import dev.insyn.contact.segment.upload.FileRefused.Reason;
import dev.insyn.contact.segment.upload.Key;
import dev.insyn.contact.segment.upload.RefusedRow;
import dev.insyn.contact.segment.upload.Refusals;
import dev.insyn.contact.segment.upload.ReportCsv;
import dev.insyn.contact.segment.upload.UploadingFile;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// A segment from a file, and the report about its rows.
@Controller
@RequestMapping(SegmentScreens.LIST)
@RequiredLevel(RequiredLevel.SENDS)
class UploadScreens {

	private static final String NEW = "/new/csv";

	private final UploadingFile uploading;

	private final SegmentContacts contacts;

	private final Refusals refusals;

	private final Screens screens;

	UploadScreens(UploadingFile uploading, SegmentContacts contacts, Refusals refusals, Screens screens) {
		this.uploading = uploading;
		this.contacts = contacts;
		this.refusals = refusals;
		this.screens = screens;
	}

	@GetMapping(path = NEW, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> blank(UserCaller user) {
		return Screen.shown(form(user, "", "auto", "", null, null));
	}

	@PostMapping(path = NEW, consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> upload(UserCaller user, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "auto") String by, @RequestParam(defaultValue = "") String column,
			@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
		try {
			byte[] bytes = (file != null) ? file.getBytes() : new byte[0];
			Segment made = this.uploading.upload(user.tenant(), name, bytes, by,
					column.matches("[1-9]\\d{0,2}") ? Integer.valueOf(column) : null, user.actor());
			return Screen.on(SegmentScreens.address(made.id()), "segment-uploaded");
		}
		catch (InvalidSegment invalid) {
			return Screen.refused(form(user, name, by, column, say(user, "segments.problem.name"), null));
		}
		catch (FileRefused refused) {
			boolean missing = refused.reason() == Reason.EMPTY && (file == null || file.isEmpty());
			String why = missing ? Reason.MISSING.code() : refused.reason().code();
			return Screen.refused(form(user, name, by, column, null, say(user, "segments.file." + why, refused.row())));
		}
	}

	/// The rows of which nothing came, for a spreadsheet.
	@GetMapping("/{id}/report.csv")
	ResponseEntity<StreamingResponseBody> report(UserCaller user, @PathVariable String id) {
		Segment segment = this.contacts.get(user.tenant(), SegmentId.of(id));
		Screen screen = this.screens.of(user);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("report.csv").build().toString())
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.body((out) -> write(screen, user, segment.id(), out));
	}

	private void write(Screen screen, UserCaller user, SegmentId segment, OutputStream out) throws IOException {
		out.write((ReportCsv.MARK + ReportCsv.line(screen.say("segments.report.column.row"),
				screen.say("segments.report.column.why"), screen.say("segments.report.column.given")))
			.getBytes(StandardCharsets.UTF_8));
		Optional<List<RefusedRow>> sheet = this.refusals.sheet(user.tenant(), segment, 0);
		for (int next = 1; sheet.isPresent(); next++) {
			for (RefusedRow row : sheet.get()) {
				out.write(ReportCsv
					.line(String.valueOf(row.row()), screen.say("segments.report." + row.why().code()), row.given())
					.getBytes(StandardCharsets.UTF_8));
			}
			sheet = this.refusals.sheet(user.tenant(), segment, next);
		}
	}

	private Content form(UserCaller user, String name, String by, String column, @Nullable String wrongName,
			@Nullable String wrongFile) {
		Screen screen = this.screens.of(user);
		List<Choice> keys = new ArrayList<>(List.of(Choice.of("auto", screen.say("segments.by.auto"))));
		Stream.of(Key.values())
			.forEach((key) -> keys.add(Choice.of(key.code(), screen.say("segments.by." + key.code()))));
		Form form = Form.post("segment", SegmentScreens.LIST + NEW)
			.upload()
			.fields(Field.text("name", screen.say("segments.name")).value(name).atMost(100).required().error(wrongName),
					Field.file("file", screen.say("segments.file"), ".csv,.txt,text/csv,text/plain")
						.hint(screen.say("segments.file.hint"))
						.required()
						.error(wrongFile),
					Field.select("by", screen.say("segments.by"), keys).value(by),
					Field.number("column", screen.say("segments.column"))
						.hint(screen.say("segments.column.hint"))
						.optional()
						.between("1", "999")
						.value(column))
			.submit(screen.say("segments.new.csv.do"))
			.cancel(screen.say("segments.cancel"), SegmentScreens.LIST);
		return Console.page(screen.frame(screen.say("segments.new.csv"), Section.SEGMENTS)
			.lead(screen.say("segments.new.csv.lead")), Console.form(screen.texts(), form));
	}

	private String say(UserCaller user, String key, Object... arguments) {
		return this.screens.of(user).say(key, arguments);
	}

}
