package dev.insyn.page.theme.wizard;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.page.theme.Pictures;
import dev.insyn.page.theme.ThemeFields;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Contrast;
import dev.insyn.page.theme.colour.Proposal;
import dev.insyn.page.theme.colour.Role;
import dev.insyn.page.theme.colour.Scheme;
import dev.insyn.page.theme.image.ImageKind;

import org.springframework.util.MultiValueMap;

/// What the form's buttons do to a draft: `set:light.link=#0b5394`, `propose:deep`, `mend`, `without:logo`,
/// `show`. With script most of it happens in the browser; without, the form goes to and fro.
final class Acts {

	static final String SAVE = "save";

	private Acts() {
	}

	/// The button that was pressed; saving if none was, as by the enter key.
	static String of(MultiValueMap<String, String> form) {
		return Objects.requireNonNullElse(form.getFirst("act"), SAVE);
	}

	static Draft done(String act, Draft draft) {
		String name = act.contains(":") ? act.substring(0, act.indexOf(':')) : act;
		String value = act.substring(Math.min(act.length(), name.length() + 1));
		return switch (name) {
			case "set" -> set(value, draft);
			case "propose" -> draft.with(Proposal.of(draft.look().light().brand(), masthead(value)));
			case "mend" -> mended(draft);
			case "without" -> draft.with(without(value, draft.pictures()));
			default -> draft;
		};
	}

	private static Draft set(String assignment, Draft draft) {
		String[] parts = assignment.split("=", 2);
		Optional<Colour> colour = (parts.length == 2) ? Colour.typed(parts[1]) : Optional.empty();
		for (Scheme scheme : Scheme.values()) {
			for (Role role : Role.values()) {
				if (colour.isPresent() && ThemeFields.member(scheme, role).equals(parts[0])) {
					return draft.with(scheme, role, colour.get());
				}
			}
		}
		return draft;
	}

	private static Proposal.Masthead masthead(String code) {
		return Arrays.stream(Proposal.Masthead.values())
			.filter((masthead) -> masthead.code().equals(code))
			.findFirst()
			.orElse(Proposal.Masthead.PAPER);
	}

	private static Draft mended(Draft draft) {
		Draft mended = draft.with(Scheme.LIGHT, Contrast.mended(Scheme.LIGHT, draft.look().light()));
		return mended.with(Scheme.DARK, Contrast.mended(Scheme.DARK, mended.look().dark()));
	}

	private static Pictures without(String kind, Pictures pictures) {
		return pictures.with(kind.equals(ImageKind.LOGO.code()) ? ImageKind.LOGO : ImageKind.BANNER, null);
	}

}
