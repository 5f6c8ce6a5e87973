package dev.insyn.page.theme.colour;

/// Light or dark, with the grounds that page-kit's style sheet gives every page in it.
public enum Scheme {

	LIGHT("light", "#ffffff", "#f5f6f7", "#16191d"),

	DARK("dark", "#14171a", "#1d2125", "#eef1f3");

	private final String member;

	private final Colour paper;

	private final Colour tinted;

	private final Colour ink;

	Scheme(String member, String paper, String tinted, String ink) {
		this.member = member;
		this.paper = new Colour(paper);
		this.tinted = new Colour(tinted);
		this.ink = new Colour(ink);
	}

	/// Its name in JSON and forms.
	public String member() {
		return this.member;
	}

	/// What a page is written on.
	public Colour paper() {
		return this.paper;
	}

	/// The ground of boxes and of the foot.
	public Colour tinted() {
		return this.tinted;
	}

	/// Running text.
	public Colour ink() {
		return this.ink;
	}

}
