package dev.insyn.notification.template;

import java.util.List;

import dev.insyn.pagekit.console.Choice;

/// Merge fields that belong together.
///
/// @param fields what is written, and what it is called
public record MergeGroup(String label, List<Choice> fields) {
}
