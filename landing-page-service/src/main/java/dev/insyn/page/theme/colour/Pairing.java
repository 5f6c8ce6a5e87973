package dev.insyn.page.theme.colour;

import java.util.List;
import java.util.function.BiFunction;

/// Two colours that meet on a page, and how much they must differ: text 4.5 (WCAG 2.2, 1.4.3), what is not text 3 (1.4.11).
public enum Pairing {

	/// The update button.
	BUTTON("button", true, (scheme, palette) -> palette.brandInk(), (scheme, palette) -> palette.brand(),
			Role.BRAND_INK, Role.BRAND),

	/// The update button under the pointer.
	BUTTON_STRONG("button-strong", true, (scheme, palette) -> palette.brandInk(),
			(scheme, palette) -> palette.brandStrong(), Role.BRAND_STRONG, Role.BRAND_INK),

	/// Links in the text, and ticks, for which 3 would do.
	LINK("link", true, (scheme, palette) -> palette.link(), (scheme, palette) -> scheme.paper(), Role.LINK),

	/// A link in a box.
	LINK_TINTED("link-tinted", true, (scheme, palette) -> palette.link(), (scheme, palette) -> scheme.tinted(),
			Role.LINK),

	/// The name and the languages beside the logo.
	MASTHEAD("masthead", true, (scheme, palette) -> palette.mastheadInk(), (scheme, palette) -> palette.masthead(),
			Role.MASTHEAD_INK, Role.MASTHEAD),

	/// The mark of the focus, of whose two tones the better one counts, on the masthead.
	FOCUS("focus", false, (scheme, palette) -> focusOn(palette.masthead()), (scheme, palette) -> palette.masthead());

	/// page-kit's focus, in two tones so that one of them shows on any ground.
	static final List<Colour> FOCUS_TONES = List.of(new Colour("#ffcf3d"), new Colour("#0b0c0e"));

	private final String code;

	private final boolean text;

	private final BiFunction<Scheme, Palette, Colour> front;

	private final BiFunction<Scheme, Palette, Colour> ground;

	private final List<Role> changeable;

	Pairing(String code, boolean text, BiFunction<Scheme, Palette, Colour> front,
			BiFunction<Scheme, Palette, Colour> ground, Role... changeable) {
		this.code = code;
		this.text = text;
		this.front = front;
		this.ground = ground;
		this.changeable = List.of(changeable);
	}

	/// Its name in JSON and in keys of texts.
	public String code() {
		return this.code;
	}

	public boolean isText() {
		return this.text;
	}

	/// The contrast that WCAG 2.2 AA asks for.
	public double needed() {
		return this.text ? 4.5 : 3;
	}

	public Colour front(Scheme scheme, Palette palette) {
		return this.front.apply(scheme, palette);
	}

	public Colour ground(Scheme scheme, Palette palette) {
		return this.ground.apply(scheme, palette);
	}

	double contrast(Scheme scheme, Palette palette) {
		return front(scheme, palette).contrast(ground(scheme, palette));
	}

	boolean passes(Scheme scheme, Palette palette) {
		return contrast(scheme, palette) >= needed();
	}

	/// The roles whose colour can better it, the one to change first.
	List<Role> changeable() {
		return this.changeable;
	}

	private static Colour focusOn(Colour ground) {
		return (FOCUS_TONES.getFirst().contrast(ground) >= FOCUS_TONES.getLast().contrast(ground))
				? FOCUS_TONES.getFirst() : FOCUS_TONES.getLast();
	}

}
