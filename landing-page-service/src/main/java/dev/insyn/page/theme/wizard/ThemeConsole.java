package dev.insyn.page.theme.wizard;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.page.theme.DesigningThemes;
import dev.insyn.page.theme.Pictures;
import dev.insyn.page.theme.Theme;
import dev.insyn.page.theme.ThemeProblem;
import dev.insyn.page.theme.Themes;
import dev.insyn.page.theme.UploadingPictures;
import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.PictureRefused;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The list of themes, and the wizard that makes and changes them.
@RestController
@RequestMapping(path = "/admin/themes", produces = MediaType.TEXT_HTML_VALUE)
class ThemeConsole {

	private final Themes themes;

	private final DesigningThemes designing;

	private final UploadingPictures uploading;

	private final ThemeScreens screens;

	ThemeConsole(Themes themes, DesigningThemes designing, UploadingPictures uploading, ThemeScreens screens) {
		this.themes = themes;
		this.designing = designing;
		this.uploading = uploading;
		this.screens = screens;
	}

	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	ResponseEntity<Content> list(UserCaller caller, @RequestParam(required = false) @Nullable String done) {
		return ResponseEntity.ok(this.screens.list(caller, done));
	}

	@GetMapping("/{id}")
	@RequiredLevel(RequiredLevel.READS)
	ResponseEntity<Content> show(@PathVariable String id, UserCaller caller,
			@RequestParam(required = false) @Nullable String done) {
		if (id.equals(Draft.NEW)) {
			caller.require(RequiredLevel.CONFIGURES);
		}
		return page(caller, Draft.of(id, saved(caller, id)), HttpStatus.OK, null, done);
	}

	/// Saves, or does to the form what a button asks for, and shows it again.
	@PostMapping("/{id}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> submit(@PathVariable String id, UserCaller caller,
			@RequestParam MultiValueMap<String, String> form,
			@RequestParam(required = false) @Nullable MultipartFile logoFile,
			@RequestParam(required = false) @Nullable MultipartFile bannerFile) throws IOException {
		Theme saved = saved(caller, id);
		Draft draft = Draft.of(id, saved, form);
		Map<ImageKind, PictureRefused> errors = new EnumMap<>(ImageKind.class);
		draft = taken(caller, taken(caller, draft, ImageKind.LOGO, logoFile, errors), ImageKind.BANNER, bannerFile,
				errors);
		String act = Acts.of(form);
		if (!errors.isEmpty() || !draft.reading().errors().isEmpty()) {
			return page(caller, Acts.done(act, draft), HttpStatus.UNPROCESSABLE_CONTENT, errors, null, null);
		}
		if (!act.equals(Acts.SAVE)) {
			return page(caller, Acts.done(act, draft), HttpStatus.OK, null, null);
		}
		return save(caller, draft, form.containsKey("belowAa"), form.containsKey("overwrite"));
	}

	private ResponseEntity<Content> save(UserCaller caller, Draft draft, boolean belowAa, boolean overwrite) {
		Pictures pictures = draft.pictures();
		try {
			String id = draft.isNew()
					? this.designing.create(caller, new Theme(draft.reading().name(), draft.look(), pictures), belowAa)
						.id()
					: this.designing
						.change(caller, draft.id(), overwrite ? null : draft.revision(),
								(theme) -> theme.named(draft.reading().name(), draft.look()).with(pictures), belowAa)
						.id();
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create("/admin/themes/" + id + "?done=" + (draft.isNew() ? "created" : "saved")))
				.build();
		}
		catch (ThemeProblem problem) {
			return asked(caller, draft, problem);
		}
	}

	private ResponseEntity<Content> asked(UserCaller caller, Draft draft, ThemeProblem problem) {
		Texts texts = this.screens.texts(caller);
		Question question = switch (problem.kind()) {
			case BELOW_AA -> new Question("below-aa", lines(texts, draft), "belowAa", null);
			case UNREADABLE -> new Question("unreadable", lines(texts, draft), null, null);
			case CHANGED_MEANWHILE -> new Question("changed", List.of(), "overwrite", draft.address());
			case TOO_MANY -> new Question("too-many", List.of(), null, "/admin/themes");
			default -> throw problem;
		};
		return page(caller, draft, HttpStatus.CONFLICT, question, null);
	}

	private static List<String> lines(Texts texts, Draft draft) {
		List<String> lines = new ArrayList<>();
		for (Finding finding : draft.look().failing()) {
			CheckView.Line line = CheckView.Line.of(texts, finding);
			lines.add(texts.get("theme.contrast.line", line.label(), line.scheme(), line.ratio(), line.needed()));
		}
		return lines;
	}

	/// The contrast and the palettes for what stands in the form.
	@PostMapping("/{id}/check")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> check(@PathVariable String id, UserCaller caller,
			@RequestParam MultiValueMap<String, String> form) {
		Draft draft = Draft.of(id, saved(caller, id), form);
		return ResponseEntity.ok(Templates.check(this.screens.check(caller, draft)));
	}

	/// Takes a picture as soon as it is chosen.
	@PostMapping("/{id}/{kind:logo|banner}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> picture(@PathVariable String id, @PathVariable String kind, UserCaller caller,
			@RequestParam MultiValueMap<String, String> form,
			@RequestParam(required = false) @Nullable MultipartFile logoFile,
			@RequestParam(required = false) @Nullable MultipartFile bannerFile) throws IOException {
		ImageKind known = kind.equals(ImageKind.LOGO.code()) ? ImageKind.LOGO : ImageKind.BANNER;
		Map<ImageKind, PictureRefused> errors = new EnumMap<>(ImageKind.class);
		Draft draft = taken(caller, Draft.of(id, saved(caller, id), form), known,
				(known == ImageKind.LOGO) ? logoFile : bannerFile, errors);
		PictureView view = this.screens.picture(caller, draft, known, errors.get(known));
		return ResponseEntity.status(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.body(Templates.picture(this.screens.texts(caller), draft, view));
	}

	@PostMapping("/{id}/duplicate")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> duplicate(@PathVariable String id, UserCaller caller) {
		Theme original = saved(caller, id);
		String name = this.screens.texts(caller).get("theme.copy-of", original.name());
		Stored<Theme> copy = this.designing.duplicate(caller, id,
				(name.codePointCount(0, name.length()) <= Theme.LONGEST_NAME) ? name : original.name());
		return seeOther("/admin/themes/" + copy.id() + "?done=created");
	}

	@GetMapping("/{id}/delete")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> delete(@PathVariable String id, UserCaller caller) {
		return ResponseEntity.ok(this.screens.deleting(caller, Draft.of(id, saved(caller, id))));
	}

	/// @param pages the pages that the user was told of; if others wear it by now, it is
	/// asked again
	@PostMapping("/{id}/delete")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> delete(@PathVariable String id, UserCaller caller,
			@RequestParam(defaultValue = "") Set<String> pages) {
		try {
			this.designing.delete(caller, id, null, pages);
			return seeOther("/admin/themes?done=removed");
		}
		catch (ThemeProblem problem) {
			if (problem.kind() != ThemeProblem.Kind.WORN) {
				throw problem;
			}
			return ResponseEntity.status(HttpStatus.CONFLICT)
				.body(this.screens.deleting(caller, Draft.of(id, saved(caller, id))));
		}
	}

	private Draft taken(UserCaller caller, Draft draft, ImageKind kind, @Nullable MultipartFile file,
			Map<ImageKind, PictureRefused> errors) throws IOException {
		if (file == null || file.isEmpty()) {
			return draft;
		}
		try {
			String picture = this.uploading.upload(caller.tenant(), kind, file.getBytes());
			return draft.with(draft.pictures().with(kind, picture));
		}
		catch (PictureRefused refused) {
			errors.put(kind, refused);
			return draft;
		}
	}

	private Theme saved(UserCaller caller, String id) {
		if (id.equals(Draft.NEW)) {
			Theme standard = this.themes.load(caller.tenant(), Themes.standard())
				.orElseThrow(ThemeProblem::noSuchTheme)
				.state();
			return new Theme(this.screens.texts(caller).get("theme.new.name"), standard.look(), standard.pictures());
		}
		return this.themes.load(caller.tenant(), id).orElseThrow(ThemeProblem::noSuchTheme).state();
	}

	private ResponseEntity<Content> page(UserCaller caller, Draft draft, HttpStatus status, @Nullable Question question,
			@Nullable String done) {
		return page(caller, draft, status, Map.of(), question, done);
	}

	private ResponseEntity<Content> page(UserCaller caller, Draft draft, HttpStatus status,
			Map<ImageKind, PictureRefused> errors, @Nullable Question question, @Nullable String done) {
		boolean unsaved = status != HttpStatus.OK
				|| !draft.typed().equals(Draft.of(draft.id(), saved(caller, draft.id())).typed());
		return ResponseEntity.status(status).body(this.screens.wizard(caller, draft, unsaved, errors, question, done));
	}

	private static ResponseEntity<Content> seeOther(String address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
	}

}
