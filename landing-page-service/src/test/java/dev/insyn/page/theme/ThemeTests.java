package dev.insyn.page.theme;

import dev.insyn.page.theme.colour.Contrast;
import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.colour.Scheme;
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

	/// WCAG 2.2, 1.4.3 and 1.4.11: text 4.5, what is not text 3.
	@ParameterizedTest
	@ValueSource(strings = { "nordcykel", "fjordbok", "any-other" })
	void isReadableInBothSchemes(String tenant) {
		Theme theme = StartingThemes.of(tenant(tenant));
		assertThat(Contrast.examine(Scheme.LIGHT, theme.look().light())).allMatch(Finding::passes);
		assertThat(Contrast.examine(Scheme.DARK, theme.look().dark())).allMatch(Finding::passes);
	}

	@Test
	void writesOnlyCustomProperties() {
		String css = StartingThemes.of(tenant("fjordbok")).look().css();
		assertThat(css).startsWith(":root{--theme-font:").endsWith("}\n").doesNotContain("url(", "@import");
		assertThat(css.chars().filter((c) -> c == '{').count()).isOne();
	}

	@Test
	void tellsTheConsoleItsColours() {
		assertThat(ConsoleLook.css(StartingThemes.of(tenant("nordcykel")).look())).isEqualTo(
				":root{--tenant-masthead:light-dark(#0a2f55,#0a2f55);--tenant-masthead-ink:light-dark(#ffffff,#ffffff);"
						+ "--tenant-brand:light-dark(#0b5cad,#7ab8f5);--tenant-brand-ink:light-dark(#ffffff,#06213d);}\n");
	}

	/// Red when the monogram takes the name's first character as it is.
	@ParameterizedTest
	@CsvSource({ "Nordcykel AB,N", "'<script>',S", "åhléns,Å", "7-Eleven,7", "'&&',·", "'\"><x',X" })
	void drawsTheInitialWhereThereIsNoLogo(String name, String initial) {
		Palette palette = StartingThemes.neutral().light();
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

	private static Tenant tenant(String id) {
		return new Tenant(new TenantId(id), "Name", List.of("sv"), ZoneId.of("Europe/Stockholm"), "SE", "");
	}

}
