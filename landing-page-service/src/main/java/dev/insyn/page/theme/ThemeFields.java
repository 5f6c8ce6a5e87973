package dev.insyn.page.theme;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.insyn.page.theme.Look.Fonts;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.colour.Role;
import dev.insyn.page.theme.colour.Scheme;
import org.jspecify.annotations.Nullable;

/// Reads what administrators may set of a theme, from a form or from JSON, by one set of rules. A value that is wrong is
/// told, and what stood there before stands in its place.
public final class ThemeFields {

	public static final String NAME = "name";

	public static final String DARK_SCHEME = "darkScheme";

	public static final String FONT = "font";

	public static final String HEADINGS = "headings";

	public static final String CORNERS = "corners";

	private final Map<String, String> typed;

	private final boolean complete;

	private final Map<String, String> errors = new LinkedHashMap<>();

	private ThemeFields(Map<String, String> typed, boolean complete) {
		this.typed = typed;
		this.complete = complete;
	}

	/// Members of a theme, all that there are.
	public static Set<String> members() {
		Set<String> members = new LinkedHashSet<>(Set.of());
		members.add(NAME);
		for (Scheme scheme : Scheme.values()) {
			for (Role role : Role.values()) {
				members.add(member(scheme, role));
			}
		}
		members.add(DARK_SCHEME);
		members.add(FONT);
		members.add(HEADINGS);
		members.add(CORNERS);
		return members;
	}

	public static String member(Scheme scheme, Role role) {
		return scheme.member() + "." + role.member();
	}

	/// @param typed by member
	/// @param complete whether a member that is missing is wrong; else it stays as it was
	public static Reading read(Map<String, String> typed, boolean complete, String name, Look before) {
		ThemeFields fields = new ThemeFields(typed, complete);
		typed.keySet()
			.stream()
			.filter((member) -> !members().contains(member))
			.forEach((member) -> fields.errors.put(member, "unknown"));
		String newName = fields.name(name);
		Look look = new Look(fields.palette(Scheme.LIGHT, before), fields.palette(Scheme.DARK, before),
				fields.value(DARK_SCHEME, before.darkScheme(), "yes-no", ThemeFields::yesNo),
				new Fonts(fields.value(FONT, before.fonts().text(), "font", Font::of),
						fields.value(HEADINGS, before.fonts().headings(), "font", Font::of)),
				fields.value(CORNERS, before.corners(), "corners", ThemeFields::corners));
		return new Reading(newName, look, Map.copyOf(fields.errors));
	}

	/// What a form shows of a theme, by member.
	public static Map<String, String> written(String name, Look look) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put(NAME, name);
		for (Scheme scheme : Scheme.values()) {
			for (Role role : Role.values()) {
				values.put(member(scheme, role), look.palette(scheme).get(role).value());
			}
		}
		values.put(DARK_SCHEME, String.valueOf(look.darkScheme()));
		values.put(FONT, look.fonts().text().code());
		values.put(HEADINGS, look.fonts().headings().code());
		values.put(CORNERS, String.valueOf(look.corners()));
		return values;
	}

	private String name(String before) {
		String value = this.typed.get(NAME);
		if (value == null) {
			return missing(NAME, before);
		}
		String name = Theme.nameOf(value);
		if (Theme.isName(name)) {
			return name;
		}
		this.errors.put(NAME, name.isBlank() ? "required"
				: (name.codePointCount(0, name.length()) > Theme.LONGEST_NAME) ? "too-long" : "characters");
		return before;
	}

	private Palette palette(Scheme scheme, Look before) {
		Map<Role, Colour> colours = new EnumMap<>(Role.class);
		for (Role role : Role.values()) {
			colours.put(role, value(member(scheme, role), before.palette(scheme).get(role), "colour", Colour::typed));
		}
		return Palette.of(colours);
	}

	private <T> T value(String member, T before, String code, Function<String, Optional<T>> reading) {
		String value = this.typed.get(member);
		if (value == null) {
			return missing(member, before);
		}
		Optional<T> read = reading.apply(value.strip());
		if (read.isEmpty()) {
			this.errors.put(member, code);
		}
		return read.orElse(before);
	}

	private <T> T missing(String member, T before) {
		if (this.complete) {
			this.errors.put(member, "required");
		}
		return before;
	}

	private static Optional<Boolean> yesNo(String value) {
		return switch (value) {
			case "true" -> Optional.of(true);
			case "false" -> Optional.of(false);
			default -> Optional.empty();
		};
	}

	private static Optional<Integer> corners(String value) {
		return value.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(value)).filter((px) -> px <= Look.ROUNDEST)
				: Optional.empty();
	}

	/// What was read.
	///
	/// @param errors by member: `required`, `too-long`, `characters`, `colour`, `font`,
	/// `corners`, `yes-no` or `unknown`
	public record Reading(String name, Look look, Map<String, String> errors) {

		public @Nullable String error(String member) {
			return this.errors.get(member);
		}

		/// @throws ThemeProblem if something is wrong
		Reading orRefuse() {
			if (!this.errors.isEmpty()) {
				throw ThemeProblem.invalid(this.errors);
			}
			return this;
		}

	}

}
