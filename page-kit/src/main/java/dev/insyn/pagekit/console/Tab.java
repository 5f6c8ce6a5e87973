package dev.insyn.pagekit.console;

/// One of a few screens about the same thing; each has an address of its own.
public record Tab(String label, String address, boolean current) {

}
