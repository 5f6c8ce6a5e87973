package dev.insyn.token.link;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// The page that asks for a mailed code.
///
/// @param address where its forms post
/// @param code its field; null when no code is looked at any more
public record CodeView(Texts texts, String address, String challenge, @Nullable FormField code,
		List<SummaryEntry> errors) {
}
