package dev.insyn.pagekit;

import org.jspecify.annotations.Nullable;

/// A line of the error summary: the message, and the id of the input that it is about.
public record SummaryEntry(@Nullable String target, String message) {

}
