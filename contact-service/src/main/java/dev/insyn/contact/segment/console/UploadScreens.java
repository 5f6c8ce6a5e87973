package dev.insyn.contact.segment.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.insyn.contact.console.Screens;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.InvalidSegment;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.SegmentContacts;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.upload.FileRefused;
import dev.insyn.contact.segment.upload.FileRefused.Reason;
import dev.insyn.contact.segment.upload.RefusedRow;
import dev.insyn.contact.segment.upload.Refusals;
import dev.insyn.contact.segment.upload.ReportCsv;
import dev.insyn.contact.segment.upload.UploadingFile;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/// A segment from a file, a file into a segment, and the report about its rows.
@Controller
@RequestMapping(SegmentScreens.LIST)
@RequiredLevel(RequiredLevel.SENDS)
class UploadScreens {

	private static final String NEW = "/new/csv";

	private static final String ONTO = "/{id:[a-z2-7]{20}}/csv";

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
		return Screen.shown(form(user).forNew("", UploadForm.Read.BLANK, null));
	}

	@GetMapping(path = ONTO, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> blankOnto(UserCaller user, @PathVariable String id) {
		Segment segment = listed(user, id);
		return Screen.shown(form(user).onto(segment, Upload.Into.ADD, UploadForm.Read.BLANK));
	}

	@PostMapping(path = ONTO, consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> uploadOnto(UserCaller user, @PathVariable String id,
			@RequestParam(defaultValue = "add") String into, @RequestParam(defaultValue = "auto") String by,
			@RequestParam(defaultValue = "") String column,
			@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
		Segment segment = listed(user, id);
		Upload.Into what = into.equals(Upload.Into.REPLACE.code()) ? Upload.Into.REPLACE : Upload.Into.ADD;
		try {
			this.uploading.uploadOnto(user.tenant(), segment.id(), what, bytes(file), by, number(column), user.actor());
			return Screen.on(SegmentScreens.address(segment.id()), "segment-uploaded");
		}
		catch (FileRefused refused) {
			return Screen
				.refused(form(user).onto(segment, what, new UploadForm.Read(by, column, why(user, refused, file))));
		}
	}

	/// @throws Problem 409 if a filter finds its contacts
	private Segment listed(UserCaller user, String id) {
		Segment segment = this.contacts.get(user.tenant(), SegmentId.of(id));
		if (segment.roll() == null) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:segment-has-filter",
					"A filter finds this segment's contacts");
		}
		return segment;
	}

	@PostMapping(path = NEW, consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> upload(UserCaller user, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "auto") String by, @RequestParam(defaultValue = "") String column,
			@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
		try {
			Segment made = this.uploading.upload(user.tenant(), name, bytes(file), by, number(column), user.actor());
			return Screen.on(SegmentScreens.address(made.id()), "segment-uploaded");
		}
		catch (InvalidSegment invalid) {
			return Screen.refused(form(user).forNew(name, new UploadForm.Read(by, column, null),
					this.screens.of(user).say("segments.problem.name")));
		}
		catch (FileRefused refused) {
			return Screen
				.refused(form(user).forNew(name, new UploadForm.Read(by, column, why(user, refused, file)), null));
		}
	}

	private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
		return (file != null) ? file.getBytes() : new byte[0];
	}

	private static @Nullable Integer number(String column) {
		return column.matches("[1-9]\\d{0,2}") ? Integer.valueOf(column) : null;
	}

	private String why(UserCaller user, FileRefused refused, @Nullable MultipartFile file) {
		boolean missing = refused.reason() == Reason.EMPTY && (file == null || file.isEmpty());
		String code = (missing ? Reason.MISSING : refused.reason()).code();
		return this.screens.of(user).say("segments.file." + code, refused.row());
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

	private UploadForm form(UserCaller user) {
		return new UploadForm(this.screens.of(user));
	}

}
