package dev.insyn.page.pages;

/// A published version as it is kept for good.
///
/// @param revision of the page whose draft it was
/// @param by who published it, as `user:` and an id
public record KeptVersion(PublishedVersion published, int revision, String by) {

}
