package dev.insyn.page.console;

import dev.insyn.pagekit.Texts;
import gg.jte.Content;

/// The editor with one of its parts.
///
/// @param notes what is to be said before the form
/// @param lastChange who changed the page last, and when
record EditorView(Texts texts, String address, int revision, Content notes, Content inputs, boolean writable,
		Content lastChange, PreviewPane preview) {

}
