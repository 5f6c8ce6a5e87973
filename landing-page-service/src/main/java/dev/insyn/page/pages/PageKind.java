package dev.insyn.page.pages;

/// What a page is for.
public enum PageKind {

	/// A contact sees, corrects and confirms its own data.
	EDIT_OWN_DATA

}
