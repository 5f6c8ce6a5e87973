package dev.insyn.token.link;

import java.util.List;

import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// The page of a link that does not work.
///
/// @param address where the form for a fresh link posts
/// @param email its field; null where no tenant is known that could send one
public record DeadLinkView(Texts texts, String address, @Nullable FormField email, List<SummaryEntry> errors) {
}
