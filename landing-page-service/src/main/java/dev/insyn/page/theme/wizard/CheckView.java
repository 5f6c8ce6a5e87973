package dev.insyn.page.theme.wizard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.insyn.page.theme.Look;
import dev.insyn.page.theme.Picture;
import dev.insyn.page.theme.ThemeFields;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Contrast;
import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.page.theme.colour.Contrast.Suggestion;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.colour.Proposal;
import dev.insyn.page.theme.colour.Role;
import dev.insyn.page.theme.colour.Scheme;
import dev.insyn.page.theme.image.PreparedImage;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// How well a look can be read, and whole palettes made from its brand colour.
///
/// @param fine the pairs that pass
/// @param mended all colours with the suggestions, as the script sets them
/// @param warnings what WCAG does not ask for, and one should see all the same
record CheckView(Texts texts, List<Line> failing, List<Line> fine, List<Offer> offers, String mended,
		List<String> warnings) {

	private static final double FAINT = 1.25;

	/// @param logo null if there is none, or none that was uploaded
	static CheckView of(Texts texts, Look look, @Nullable PreparedImage logo) {
		List<Line> lines = look.contrast().stream().map((finding) -> Line.of(texts, finding)).toList();
		return new CheckView(texts, lines.stream().filter((line) -> !line.finding().passes()).toList(),
				lines.stream().filter((line) -> line.finding().passes()).toList(),
				Arrays.stream(Proposal.Masthead.values())
					.map((masthead) -> Offer.of(Proposal.of(look.light().brand(), masthead)))
					.toList(),
				colours(Contrast.mended(Scheme.LIGHT, look.light()), Contrast.mended(Scheme.DARK, look.dark())),
				warnings(texts, look, logo));
	}

	/// All members and their values.
	private static String colours(Palette light, Palette dark) {
		StringBuilder colours = new StringBuilder();
		for (Role role : Role.values()) {
			colours.append(member(Scheme.LIGHT, role, light)).append(member(Scheme.DARK, role, dark));
		}
		return colours.toString().strip();
	}

	private static String member(Scheme scheme, Role role, Palette palette) {
		return ThemeFields.member(scheme, role) + "=" + palette.get(role) + " ";
	}

	/// A logo that is as light as the masthead behind it; a button that is as light as
	/// the
	/// page.
	private static List<String> warnings(Texts texts, Look look, @Nullable PreparedImage logo) {
		List<String> warnings = new ArrayList<>();
		for (Scheme scheme : look.darkScheme() ? Scheme.values() : new Scheme[] { Scheme.LIGHT }) {
			Palette palette = look.palette(scheme);
			if (logo != null && !Picture.standsOut(logo, palette.masthead())) {
				warnings.add(texts.get("theme.logo.unseen." + scheme.member()));
			}
			if (palette.brand().contrast(scheme.paper()) < FAINT) {
				warnings.add(texts.get("theme.button.faint." + scheme.member()));
			}
		}
		return warnings;
	}

	String verdict() {
		return this.failing.isEmpty() ? this.texts.get("theme.contrast.fine")
				: this.texts.count("theme.contrast.failing", this.failing.size());
	}

	/// A pair with its ratio in the reader's digits.
	record Line(Finding finding, String label, String scheme, String ratio, String needed, List<Use> uses) {

		static Line of(Texts texts, Finding finding) {
			return new Line(finding, texts.get("theme.pair." + finding.pairing().code()),
					texts.get("theme.scheme." + finding.scheme().member()), ratio(texts, finding.ratio()),
					ratio(texts, finding.pairing().needed()),
					finding.suggestions().stream().map((suggestion) -> Use.of(texts, finding, suggestion)).toList());
		}

		private static String ratio(Texts texts, double ratio) {
			return String.format(texts.locale(), (ratio == Math.rint(ratio * 10) / 10) ? "%.1f" : "%.2f", ratio);
		}

	}

	/// A colour that would pass.
	record Use(String label, Colour colour, String act, String ratio) {

		static Use of(Texts texts, Finding finding, Suggestion suggestion) {
			String member = ThemeFields.member(finding.scheme(), suggestion.role());
			return new Use(texts.get("theme.role." + suggestion.role().member()), suggestion.colour(),
					"set:" + member + "=" + suggestion.colour(),
					String.format(texts.locale(), "%.1f", Math.floor(suggestion.ratio() * 10) / 10));
		}

	}

	/// A whole palette.
	///
	/// @param colours all members and their values, as the script sets them
	record Offer(Proposal proposal, String act, String colours) {

		static Offer of(Proposal proposal) {
			return new Offer(proposal, "propose:" + proposal.masthead().code(),
					CheckView.colours(proposal.light(), proposal.dark()));
		}

		String key() {
			return "theme.masthead." + this.proposal.masthead().code();
		}

	}

}
