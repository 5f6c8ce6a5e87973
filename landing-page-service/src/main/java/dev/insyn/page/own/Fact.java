package dev.insyn.page.own;

/// A value that is shown and can't be changed.
///
/// @param value empty if there is none
record Fact(String heading, String value, String comment) {

}
