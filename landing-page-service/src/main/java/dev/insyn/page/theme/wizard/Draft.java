package dev.insyn.page.theme.wizard;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.insyn.page.theme.Look;
import dev.insyn.page.theme.Pictures;
import dev.insyn.page.theme.Theme;
import dev.insyn.page.theme.ThemeFields;
import dev.insyn.page.theme.ThemeFields.Reading;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.colour.Proposal;
import dev.insyn.page.theme.colour.Role;
import dev.insyn.page.theme.colour.Scheme;
import dev.insyn.page.theme.image.ImageKind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/// A theme as it stands in the wizard's form: typed, not saved. All of it travels in the form, so going to and fro between
/// steps loses nothing, and nothing is kept of what nobody saved.
///
/// @param id `new` for a theme that is not there yet
/// @param revision the revision it is based on
/// @param typed what stands in the fields, right or wrong
record Draft(String id, int revision, Map<String, String> typed, Pictures pictures, Reading reading) {

	static final String NEW = "new";

	private static final String REVISION = "revision";

	static Draft of(String id, Theme theme) {
		Map<String, String> typed = ThemeFields.written(theme.name(), theme.look());
		return new Draft(id, theme.revision(), typed, theme.pictures(),
				ThemeFields.read(typed, true, theme.name(), theme.look()));
	}

	/// @param before what was saved last, for what is missing or wrong
	static Draft of(String id, Theme before, MultiValueMap<String, String> form) {
		Map<String, String> typed = new LinkedHashMap<>();
		ThemeFields.members().forEach((member) -> {
			String value = form.getFirst(member);
			if (value != null) {
				typed.put(member, value);
			}
		});
		typed.putIfAbsent(ThemeFields.DARK_SCHEME, "false");
		Pictures pictures = new Pictures(picture(form, ImageKind.LOGO), picture(form, ImageKind.BANNER));
		return new Draft(id, revision(form, before), typed, pictures,
				ThemeFields.read(typed, false, before.name(), before.look()));
	}

	private static @Nullable String picture(MultiValueMap<String, String> form, ImageKind kind) {
		String value = form.getFirst(kind.code());
		return (value == null || value.isBlank()) ? null : value;
	}

	private static int revision(MultiValueMap<String, String> form, Theme before) {
		String value = form.getFirst(REVISION);
		return (value != null && value.matches("[0-9]{1,9}")) ? Integer.parseInt(value) : before.revision();
	}

	Look look() {
		return this.reading.look();
	}

	boolean isNew() {
		return this.id.equals(NEW);
	}

	String address() {
		return "/admin/themes/" + this.id;
	}

	String value(String member) {
		return this.typed.getOrDefault(member, "");
	}

	Draft with(Pictures other) {
		return new Draft(this.id, this.revision, this.typed, other, this.reading);
	}

	Draft basedOn(int otherRevision) {
		return new Draft(this.id, otherRevision, this.typed, this.pictures, this.reading);
	}

	Draft with(Scheme scheme, Role role, Colour colour) {
		return with(scheme, look().palette(scheme).with(role, colour));
	}

	Draft with(Proposal proposal) {
		return with(Scheme.LIGHT, proposal.light()).with(Scheme.DARK, proposal.dark());
	}

	Draft with(Scheme scheme, Palette palette) {
		Map<String, String> values = new LinkedHashMap<>(this.typed);
		for (Role role : Role.values()) {
			values.put(ThemeFields.member(scheme, role), palette.get(role).value());
		}
		return new Draft(this.id, this.revision, values, this.pictures,
				ThemeFields.read(values, false, this.reading.name(), look().with(scheme, palette)));
	}

	/// What the preview is asked for, with what is right of it.
	String query() {
		Map<String, String> values = new LinkedHashMap<>(ThemeFields.written(this.reading.name(), look()));
		values.remove(ThemeFields.NAME);
		values.put(ImageKind.LOGO.code(), (this.pictures.logo() != null) ? this.pictures.logo() : "");
		values.put(ImageKind.BANNER.code(), (this.pictures.banner() != null) ? this.pictures.banner() : "");
		return values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + UriUtils.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
