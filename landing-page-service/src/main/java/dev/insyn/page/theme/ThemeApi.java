package dev.insyn.page.theme;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Proposal;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.PictureRefused;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The tenant's themes as JSON. Who writes sends the ETag it saw in `If-Match`, and is refused if it is old.
@RestController
@RequestMapping("/api/themes")
class ThemeApi {

	private final Themes themes;

	private final DesigningThemes designing;

	private final UploadingPictures uploading;

	private final Wearers wearers;

	ThemeApi(Themes themes, DesigningThemes designing, UploadingPictures uploading, Wearers wearers) {
		this.themes = themes;
		this.designing = designing;
		this.uploading = uploading;
		this.wearers = wearers;
	}

	@GetMapping
	Map<String, List<ThemeView>> all(Caller caller) {
		mayRead(caller);
		List<Wearer> wearing = this.wearers.all(caller.tenant());
		return Map.of("themes",
				this.themes.all(caller.tenant()).stream().map((theme) -> view(theme, wearing)).toList());
	}

	@GetMapping("/{id}")
	ResponseEntity<ThemeView> one(@PathVariable String id, Caller caller) {
		mayRead(caller);
		return answer(HttpStatus.OK, this.themes.load(caller.tenant(), id).orElseThrow(ThemeProblem::noSuchTheme));
	}

	/// Whole palettes made from one colour.
	@GetMapping("/proposals")
	Map<String, List<Proposed>> proposals(@RequestParam String brand, Caller caller) {
		mayRead(caller);
		Colour colour = Colour.typed(brand).orElseThrow(() -> ThemeProblem.invalid(Map.of("brand", "colour")));
		return Map.of("proposals",
				Arrays.stream(Proposal.Masthead.values()).map((masthead) -> Proposed.of(colour, masthead)).toList());
	}

	/// What is left out is made from `light.brand`, or is as in the neutral look.
	@PostMapping
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("themes.write")
	ResponseEntity<ThemeView> create(@RequestBody JsonNode body, Caller caller,
			@RequestParam(required = false) @Nullable String belowAa) {
		Map<String, String> members = ThemeDocument.members(body);
		Look base = Colour.typed(members.getOrDefault("light.brand", ""))
			.map((brand) -> Proposal.of(brand, Proposal.Masthead.PAPER))
			.map((proposal) -> new Look(proposal.light(), proposal.dark(), true, StartingThemes.neutral().fonts(),
					StartingThemes.neutral().corners()))
			.orElseGet(StartingThemes::neutral);
		if (!members.containsKey(ThemeFields.NAME)) {
			throw ThemeProblem.invalid(Map.of(ThemeFields.NAME, "required"));
		}
		ThemeFields.Reading read = ThemeFields.read(members, false, "-", base).orRefuse();
		return answer(HttpStatus.CREATED,
				this.designing.create(caller, new Theme(read.name(), read.look(), Pictures.NONE), accepts(belowAa)));
	}

	@PutMapping("/{id}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("themes.write")
	ResponseEntity<ThemeView> change(@PathVariable String id, @RequestBody JsonNode body, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestParam(required = false) @Nullable String belowAa) {
		Integer seen = seen(ifMatch);
		Theme before = this.themes.load(caller.tenant(), id).orElseThrow(ThemeProblem::noSuchTheme).state();
		ThemeFields.Reading read = ThemeFields.read(ThemeDocument.members(body), true, before.name(), before.look())
			.orRefuse();
		return answer(HttpStatus.OK, this.designing.change(caller, id, seen,
				(theme) -> theme.named(read.name(), read.look()), accepts(belowAa)));
	}

	/// @param pages the pages that fall back to the standard theme, separated by commas
	@DeleteMapping("/{id}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("themes.write")
	ResponseEntity<Void> delete(@PathVariable String id, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestParam(defaultValue = "") Set<String> pages) {
		this.designing.delete(caller, id, seen(ifMatch), pages);
		return ResponseEntity.noContent().build();
	}

	@PutMapping(path = "/{id}/{kind:logo|banner}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("themes.write")
	ResponseEntity<ThemeView> picture(@PathVariable String id, @PathVariable String kind, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestParam("file") MultipartFile file) throws IOException {
		return picture(id, kind, caller, ifMatch, file.getBytes());
	}

	/// Whatever the declared type: content alone says what it is.
	@PutMapping(path = "/{id}/{kind:logo|banner}", consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("themes.write")
	ResponseEntity<ThemeView> picture(@PathVariable String id, @PathVariable String kind, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody(required = false) byte @Nullable [] file) {
		Integer seen = seen(ifMatch);
		ImageKind known = kind(kind);
		try {
			String picture = this.uploading.upload(caller.tenant(), known, (file != null) ? file : new byte[0]);
			return answer(HttpStatus.OK, this.designing.change(caller, id, seen,
					(theme) -> theme.with(theme.pictures().with(known, picture)), false));
		}
		catch (PictureRefused refused) {
			throw ThemeProblem.picture(refused);
		}
	}

	@DeleteMapping("/{id}/{kind:logo|banner}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@RequiredScope("themes.write")
	ResponseEntity<ThemeView> noPicture(@PathVariable String id, @PathVariable String kind, Caller caller,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return answer(HttpStatus.OK, this.designing.change(caller, id, seen(ifMatch),
				(theme) -> theme.with(theme.pictures().with(kind(kind), null)), false));
	}

	private static ImageKind kind(String code) {
		return ImageKind.LOGO.code().equals(code) ? ImageKind.LOGO : ImageKind.BANNER;
	}

	private ResponseEntity<ThemeView> answer(HttpStatus status, Stored<Theme> theme) {
		return ResponseEntity.status(status)
			.eTag(String.valueOf(theme.state().revision()))
			.body(view(theme, this.wearers.of(theme.tenant(), theme.id())));
	}

	private ThemeView view(Stored<Theme> theme, List<Wearer> wearing) {
		return ThemeView.of(theme, this.themes.worn(theme.tenant(), theme.id(), theme.state()),
				wearing.stream().filter((wearer) -> wearer.theme().equals(theme.id())).toList());
	}

	private static boolean accepts(@Nullable String belowAa) {
		return "accept".equals(belowAa);
	}

	/// @return null for `*`: whichever there is
	private static @Nullable Integer seen(@Nullable String ifMatch) {
		if (ifMatch == null) {
			throw ThemeProblem.noRevision();
		}
		String tag = ifMatch.strip().replace("\"", "");
		return tag.equals("*") ? null : tag.matches("[0-9]{1,9}") ? Integer.valueOf(tag) : Integer.valueOf(-1);
	}

	private static void mayRead(Caller caller) {
		switch (caller) {
			case UserCaller user -> user.require(RequiredLevel.READS);
			case ClientCaller client -> {
				if (!client.may("pages.read")) {
					client.require("themes.read");
				}
			}
			case ContactCaller _, PortalCaller _ ->
				throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:forbidden", "Not for contacts");
		}
	}

	/// A proposal as the API tells it.
	record Proposed(String masthead, ThemeView.Colours light, ThemeView.Colours dark) {

		static Proposed of(Colour brand, Proposal.Masthead masthead) {
			Proposal proposal = Proposal.of(brand, masthead);
			return new Proposed(masthead.code(), ThemeView.Colours.of(proposal.light()),
					ThemeView.Colours.of(proposal.dark()));
		}

	}

}
