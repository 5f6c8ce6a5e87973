package dev.insyn.page.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/// Our own images for themes. Vector images are ours alone: nobody uploads one.
final class ThemeImages {

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.(svg|png)");

	private ThemeImages() {
	}

	static Image get(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("No such image");
		}
		try (var stream = ThemeImages.class.getResourceAsStream("/dev/insyn/page/theme/" + name)) {
			if (stream == null) {
				throw new IllegalArgumentException("No such image");
			}
			return new Image(stream.readAllBytes(), name.endsWith(".svg") ? "image/svg+xml" : "image/png");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A file of a theme and its media type.
	record Image(byte[] content, String contentType) {

	}

}
