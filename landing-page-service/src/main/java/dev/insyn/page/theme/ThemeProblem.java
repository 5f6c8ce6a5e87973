package dev.insyn.page.theme;

import java.util.List;
import java.util.Map;

import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.page.theme.image.PictureRefused;
import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// Why something can't be done to a theme.
public final class ThemeProblem extends Problem {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private ThemeProblem(Kind kind, String detail) {
		super(kind.status, "urn:insyn:problem:" + kind.code, detail);
		this.kind = kind;
	}

	public Kind kind() {
		return this.kind;
	}

	public static ThemeProblem noSuchTheme() {
		return new ThemeProblem(Kind.NO_SUCH_THEME, "No such theme");
	}

	static ThemeProblem changedMeanwhile(int revision) {
		return (ThemeProblem) new ThemeProblem(Kind.CHANGED_MEANWHILE, "Somebody changed the theme after you got it")
			.with("revision", revision);
	}

	static ThemeProblem noRevision() {
		return new ThemeProblem(Kind.NO_REVISION, "Say in If-Match which ETag of the theme you saw");
	}

	static ThemeProblem standardStays() {
		return new ThemeProblem(Kind.STANDARD_STAYS, "The standard theme can't be deleted");
	}

	/// @param wearers the pages that would fall back to the standard theme
	static ThemeProblem worn(List<Wearer> wearers) {
		return (ThemeProblem) new ThemeProblem(Kind.WORN,
				"Name the pages that fall back to the standard theme: ?pages=P05,P07")
			.with("pages", wearers.stream().map(Wearer::page).distinct().toList());
	}

	static ThemeProblem unreadable(List<Finding> findings) {
		return (ThemeProblem) new ThemeProblem(Kind.UNREADABLE,
				"Text with a contrast below 3 can't be read by anyone; see contrast")
			.with("contrast", findings.stream().map(ContrastView::of).toList());
	}

	static ThemeProblem belowAa(List<Finding> findings) {
		return (ThemeProblem) new ThemeProblem(Kind.BELOW_AA,
				"Less contrast than WCAG 2.2 AA asks for; accept it with ?belowAa=accept, or see contrast for what passes")
			.with("contrast", findings.stream().map(ContrastView::of).toList());
	}

	static ThemeProblem invalid(Map<String, String> errors) {
		return (ThemeProblem) new ThemeProblem(Kind.INVALID, "Some members are not valid").with("errors",
				errors.entrySet().stream().map((error) -> new Wrong(error.getKey(), error.getValue())).toList());
	}

	static ThemeProblem tooMany() {
		return new ThemeProblem(Kind.TOO_MANY, "A tenant may have " + Themes.MOST + " themes");
	}

	static ThemeProblem picture(PictureRefused refused) {
		Kind kind = switch (refused.reason()) {
			case TOO_LARGE -> Kind.PICTURE_TOO_LARGE;
			case BUSY -> Kind.PICTURE_LATER;
			default -> Kind.PICTURE;
		};
		return (ThemeProblem) new ThemeProblem(kind, "The picture can't be taken: " + refused.reason().code())
			.with("errors", List.of(new Wrong("picture", refused.reason().code())));
	}

	/// What is wrong with a member.
	record Wrong(String member, String code) {

	}

	/// What is the matter.
	public enum Kind {

		NO_SUCH_THEME("no-such-theme", HttpStatus.NOT_FOUND),

		CHANGED_MEANWHILE("changed-meanwhile", HttpStatus.PRECONDITION_FAILED),

		NO_REVISION("precondition-required", HttpStatus.PRECONDITION_REQUIRED),

		STANDARD_STAYS("standard-theme-stays", HttpStatus.CONFLICT),

		WORN("theme-worn", HttpStatus.CONFLICT),

		UNREADABLE("unreadable-colours", HttpStatus.UNPROCESSABLE_CONTENT),

		BELOW_AA("contrast-below-aa", HttpStatus.CONFLICT),

		INVALID("invalid-theme", HttpStatus.UNPROCESSABLE_CONTENT),

		TOO_MANY("too-many-themes", HttpStatus.CONFLICT),

		PICTURE("picture-refused", HttpStatus.UNPROCESSABLE_CONTENT),

		PICTURE_TOO_LARGE("picture-too-large", HttpStatus.CONTENT_TOO_LARGE),

		PICTURE_LATER("picture-later", HttpStatus.SERVICE_UNAVAILABLE);

		private final String code;

		private final HttpStatus status;

		Kind(String code, HttpStatus status) {
			this.code = code;
			this.status = status;
		}

	}

}
