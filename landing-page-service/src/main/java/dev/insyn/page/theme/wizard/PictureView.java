package dev.insyn.page.theme.wizard;

import java.util.List;

import dev.insyn.page.theme.Picture;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.image.ImageKind;
import org.jspecify.annotations.Nullable;

/// A picture in the wizard.
///
/// @param value what the form carries; empty for none
/// @param notes what one should know of it
/// @param error why the file that was just chosen can't be taken
/// @param found the colours that could be the brand's
record PictureView(ImageKind kind, String value, @Nullable Picture picture, List<String> notes, @Nullable String error,
		List<Colour> found) {

	String id() {
		return "picture-" + this.kind.code();
	}

	String key(String text) {
		return "theme." + this.kind.code() + "." + text;
	}

}
