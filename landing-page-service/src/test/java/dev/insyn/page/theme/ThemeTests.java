package dev.insyn.page.theme;

import java.time.ZoneId;
import java.util.List;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThemeTests {

	private static final Colour LIGHT_PAPER = new Colour("#ffffff");

	private static final Colour DARK_PAPER = new Colour("#14171a");

	/// WCAG 2.2, 1.4.3 and 1.4.11: text 4.5, what is not text 3.
	@ParameterizedTest
	@ValueSource(strings = { "nordcykel", "fjordbok", "any-other" })
	void isReadableInBothSchemes(String tenant) {
		Theme theme = StartingThemes.of(tenant(tenant));
		assertThat(readable(theme.light(), LIGHT_PAPER)).isTrue();
		assertThat(readable(theme.dark(), DARK_PAPER)).isTrue();
	}

	@Test
	void reckonsContrastAsWcagDoes() {
		assertThat(new Colour("#000000").contrast(LIGHT_PAPER)).isEqualTo(21.0);
		assertThat(new Colour("#777777").contrast(LIGHT_PAPER)).isBetween(4.47, 4.49);
	}

	/// Red when a colour takes any text: `red;} body{background:url(…)` would then stand
	/// in the style sheet.
	@ParameterizedTest
	@ValueSource(strings = { "red", "#fff", "#12345g", "#123456;}", "url(//evil.example)", "" })
	void takesNothingForAColourThatIsNone(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Colour(text));
	}

	@Test
	void writesOnlyCustomProperties() {
		String css = StartingThemes.of(tenant("fjordbok")).css();
		assertThat(css).startsWith(":root{--theme-font:").endsWith("}\n").doesNotContain("url(", "@import");
		assertThat(css.chars().filter((c) -> c == '{').count()).isOne();
	}

	@Test
	void tellsTheConsoleItsColours() {
		Theme theme = StartingThemes.of(tenant("nordcykel"));
		assertThat(ConsoleLook.css(theme))
			.startsWith(":root{--tenant-masthead:#0a2f55;--tenant-masthead-ink:#ffffff;--tenant-brand:#0b5cad;"
					+ "--tenant-brand-ink:#ffffff;")
			.contains("@media (prefers-color-scheme:dark){:root{--tenant-masthead:#0a2f55;");
	}

	/// Red when the monogram takes the name's first character as it is.
	@ParameterizedTest
	@CsvSource({ "Nordcykel AB,N", "'<script>',S", "åhléns,Å", "7-Eleven,7", "'&&',·", "'\"><x',X" })
	void drawsTheInitialWhereThereIsNoLogo(String name, String initial) {
		Palette palette = StartingThemes.of(tenant("any-other")).light();
		String svg = new String(Monogram.of(name, palette).content(), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(svg).contains(">" + initial + "</text>", palette.brand().value()).doesNotContain("script");
	}

	@Test
	void hasNoImagesButOurs() {
		assertThatIllegalArgumentException().isThrownBy(() -> ThemeImages.get("../texts/sv.properties"));
		assertThatIllegalArgumentException().isThrownBy(() -> ThemeImages.get("missing.svg"));
		for (String image : List.of("nordcykel-logo.svg", "nordcykel-banner.svg", "fjordbok-logo.svg",
				"fjordbok-banner.svg")) {
			assertThat(new String(ThemeImages.get(image).content(), java.nio.charset.StandardCharsets.UTF_8))
				.doesNotContain("<script", "href", "onload");
		}
	}

	private static boolean readable(Palette palette, Colour paper) {
		return palette.brand().contrast(palette.brandInk()) >= 4.5
				&& palette.brandStrong().contrast(palette.brandInk()) >= 4.5 && palette.link().contrast(paper) >= 4.5
				&& palette.brand().contrast(paper) >= 3 && palette.masthead().contrast(palette.mastheadInk()) >= 4.5;
	}

	private static Tenant tenant(String id) {
		return new Tenant(new TenantId(id), "Name", List.of("sv"), ZoneId.of("Europe/Stockholm"), "SE", "");
	}

}
