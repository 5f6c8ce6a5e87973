package dev.insyn.token.link;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// The page before a contact's page: a button, and where it isn't clear that a person pressed it, a number to type.
///
/// @param address where the button posts
/// @param proof goes back with the form
/// @param pressed what a person's press adds to it
/// @param field for the number; null where none is asked for
public record ContinueView(Texts texts, String heading, List<String> paragraphs, String address, String proof,
		String pressed, @Nullable FormField field, List<SummaryEntry> errors) {
}
