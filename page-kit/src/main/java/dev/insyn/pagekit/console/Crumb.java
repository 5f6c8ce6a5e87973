package dev.insyn.pagekit.console;

/// A page above this one, on the way back to the section.
public record Crumb(String label, String address) {

}
