package dev.insyn.page.theme.colour;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.page.theme.colour.Contrast.Suggestion;
import dev.insyn.pagekit.Assets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/// Contrast, what would pass, and palettes made from one colour.
///
/// Goes red: with text at 4.4 in [Pairing], with the ratio rounded half up in [Contrast], with [Nearest] looking only for
/// darker colours, with [Proposal] not mended.
class ContrastTests {

	private static final Palette ORANGE = Palette.of("#f97316", "#ffffff", "#ea580c", "#f97316", "#fff7ed", "#9a3412");

	@Test
	void reckonsContrastAsWcagDoes() {
		Colour white = new Colour("#ffffff");
		assertThat(new Colour("#000000").contrast(white)).isEqualTo(21.0);
		assertThat(new Colour("#777777").contrast(white)).isBetween(4.47, 4.49);
		assertThat(new Colour("#767676").contrast(white)).isGreaterThanOrEqualTo(4.5);
	}

	/// `#777777` has 4.478: shown as 4.47, never as 4.5.
	@Test
	void neverShowsMoreThanThereIs() {
		Palette grey = ORANGE.with(Role.LINK, new Colour("#777777"));
		assertThat(finding(Scheme.LIGHT, grey, Pairing.LINK).ratio()).isEqualTo(4.47);
		assertThat(finding(Scheme.LIGHT, grey, Pairing.LINK).passes()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0B5CAD,#0b5cad", "#0b5cad,#0b5cad", "' #05a ',#0055aa", "FFF,#ffffff" })
	void understandsWhatPeopleWrite(String typed, String colour) {
		assertThat(Colour.typed(typed)).contains(new Colour(colour));
	}

	/// Red when a colour takes any text: `red;} body{background:url(…)` would then stand
	/// in the style sheet.
	@ParameterizedTest
	@ValueSource(
			strings = { "red", "#fff", "#12345g", "#123456;}", "url(//evil.example)", "", "#12345\n6", "var(--x)" })
	void takesNothingForAColourThatIsNone(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Colour(text));
		if (!text.equals("#fff")) {
			assertThat(Colour.typed(text)).isEmpty();
		}
	}

	@Test
	void seesColoursAsOthersReckonThem() {
		Oklch red = Oklch.of(new Colour("#ff0000"));
		assertThat(red.lightness()).isCloseTo(0.62796, within(0.0001));
		assertThat(red.chroma()).isCloseTo(0.25768, within(0.0001));
		assertThat(Math.toDegrees(red.hue())).isCloseTo(29.234, within(0.01));
		assertThat(samples()).allSatisfy((colour) -> assertThat(Oklch.of(colour).colour()).isEqualTo(colour));
	}

	@Test
	void suggestsWhatPassesAndKeepsTheHue() {
		List<Suggestion> button = finding(Scheme.LIGHT, ORANGE, Pairing.BUTTON).suggestions();
		assertThat(button).extracting(Suggestion::role).containsExactly(Role.BRAND_INK, Role.BRAND);
		assertThat(button).allSatisfy((suggestion) -> {
			assertThat(suggestion.ratio()).isGreaterThanOrEqualTo(4.5);
			assertThat(Pairing.BUTTON.passes(Scheme.LIGHT, ORANGE.with(suggestion.role(), suggestion.colour())))
				.isTrue();
		});
		Oklch suggested = Oklch.of(button.getLast().colour());
		assertThat(suggested.hue()).isCloseTo(Oklch.of(ORANGE.brand()).hue(), within(0.05));
	}

	/// Against trying every lightness there is, by brute force.
	@ParameterizedTest
	@ValueSource(strings = { "#f97316", "#ffd400", "#8ab4f8", "#999999", "#ff00ff" })
	void suggestsTheNearest(String colour) {
		Palette palette = ORANGE.with(Role.LINK, new Colour(colour));
		Colour suggested = finding(Scheme.LIGHT, palette, Pairing.LINK).suggestions().getFirst().colour();
		Oklch wanted = Oklch.of(new Colour(colour));
		double nearest = IntStream.range(0, 2000)
			.mapToObj((step) -> wanted.withLightness(step / 2000.0).colour())
			.filter((tried) -> tried.contrast(Scheme.LIGHT.tinted()) >= 4.5)
			.mapToDouble((tried) -> Oklch.of(tried).distance(wanted))
			.min()
			.orElseThrow();
		assertThat(Oklch.of(suggested).distance(wanted)).isLessThanOrEqualTo(nearest + 0.008);
	}

	/// A suggestion that mends one pair and breaks another would send people round in
	/// circles.
	@Test
	void mendsWithoutBreaking() {
		assertThat(samples()).allSatisfy((colour) -> {
			Palette palette = new Palette(colour, colour, colour, colour, colour, colour);
			for (Scheme scheme : Scheme.values()) {
				assertThat(Contrast.examine(scheme, Contrast.mended(scheme, palette))).allMatch(Finding::passes);
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void makesAWholePaletteOfAnyColour(Proposal.Masthead masthead) {
		assertThat(samples()).allSatisfy((colour) -> {
			Proposal proposal = Proposal.of(colour, masthead);
			assertThat(Contrast.examine(Scheme.LIGHT, proposal.light())).allMatch(Finding::passes);
			assertThat(Contrast.examine(Scheme.DARK, proposal.dark())).allMatch(Finding::passes);
		});
	}

	/// A yellow stays a yellow: the button's text is dark then, and links are a darker
	/// shade.
	@Test
	void keepsTheBrandColour() {
		assertThat(samples()).allSatisfy((colour) -> {
			assertThat(Proposal.of(colour, Proposal.Masthead.PAPER).light().brand()).isEqualTo(colour);
			Palette palette = new Palette(colour, colour, colour, colour, colour, colour);
			assertThat(Contrast.mended(Scheme.LIGHT, palette).brand()).isEqualTo(colour);
		});
	}

	@Test
	void saysWhatNobodyCouldRead() {
		Palette palette = ORANGE.with(Role.BRAND_INK, new Colour("#ffa763"));
		assertThat(finding(Scheme.LIGHT, palette, Pairing.BUTTON).unreadable()).isTrue();
		assertThat(finding(Scheme.LIGHT, ORANGE, Pairing.FOCUS).unreadable()).as("no text").isFalse();
	}

	/// One of the focus's two tones shows on every ground, so a theme can't hide it.
	@Test
	void letsTheFocusBeSeenOnAnyMasthead() {
		assertThat(samples())
			.allMatch((colour) -> Pairing.FOCUS.passes(Scheme.LIGHT, ORANGE.with(Role.MASTHEAD, colour)));
	}

	/// Red when page-kit's grounds change without these.
	@Test
	void reckonsWithTheGroundsThatPagesHave() {
		String css = new String(Assets.find(Assets.url("insyn.css").split("/")[2], "insyn.css").orElseThrow().content(),
				java.nio.charset.StandardCharsets.UTF_8);
		assertThat(css).contains("--paper: light-dark(#fff, " + Scheme.DARK.paper() + ")",
				"--paper-2: light-dark(" + Scheme.LIGHT.tinted() + ", " + Scheme.DARK.tinted() + ")",
				"--ink: light-dark(" + Scheme.LIGHT.ink() + ", " + Scheme.DARK.ink() + ")",
				"--focus: " + Pairing.FOCUS_TONES.getFirst(), "--focus-ink: " + Pairing.FOCUS_TONES.getLast());
	}

	private static Finding finding(Scheme scheme, Palette palette, Pairing pairing) {
		return Contrast.examine(scheme, palette).get(pairing.ordinal());
	}

	/// The corners of what screens show, greys, and some others.
	private static List<Colour> samples() {
		Stream<Colour> corners = Stream
			.of(0x000000, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0xffffff, 0x808080, 0x767676)
			.map(Colour::ofRgb);
		Stream<Colour> others = new Random(7).ints(16, 0, 0x1000000).mapToObj(Colour::ofRgb);
		return Stream.concat(corners, others).toList();
	}

}
