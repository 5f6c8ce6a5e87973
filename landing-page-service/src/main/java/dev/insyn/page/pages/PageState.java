package dev.insyn.page.pages;

/// Whether contacts see a page.
public enum PageState {

	/// Not yet, or not until it is published anew.
	DRAFT,

	/// They see its newest version.
	PUBLISHED,

	/// Not any more: links to it do not work.
	ARCHIVED

}
