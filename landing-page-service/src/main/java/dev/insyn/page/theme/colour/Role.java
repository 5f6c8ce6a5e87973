package dev.insyn.page.theme.colour;

/// What a colour of a palette is for.
public enum Role {

	/// The update button.
	BRAND("brand"),

	/// Text on the button.
	BRAND_INK("brandInk"),

	/// The button under the pointer.
	BRAND_STRONG("brandStrong"),

	/// Links, and what is ticked.
	LINK("link"),

	/// Behind the logo.
	MASTHEAD("masthead"),

	/// Text beside the logo.
	MASTHEAD_INK("mastheadInk");

	private final String member;

	Role(String member) {
		this.member = member;
	}

	/// Its name in JSON and forms.
	public String member() {
		return this.member;
	}

}
