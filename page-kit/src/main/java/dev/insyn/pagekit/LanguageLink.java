package dev.insyn.pagekit;

/// One entry of the language switch: the language, the address of the same page in it, and whether it is shown now.
public record LanguageLink(String language, String href, boolean current) {

	/// The language's name in itself.
	public String name() {
		return Languages.ownName(this.language);
	}

}
