package dev.insyn.page.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.insyn.platform.tenancy.TenantId;

/// Our own images for themes. Vector images are ours alone: nobody uploads one.
final class ThemeImages {

	/// Stands in their addresses where a theme's id stands in others.
	static final String OURS = "ours";

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.(svg|png)");

	private ThemeImages() {
	}

	/// Whether a picture's name is one of ours, and not the hash of an uploaded one.
	static boolean isOurs(String name) {
		return NAME.matcher(name).matches();
	}

	static Image get(String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("No such image"));
	}

	static Optional<Image> find(String name) {
		if (!isOurs(name)) {
			return Optional.empty();
		}
		try (var stream = ThemeImages.class.getResourceAsStream("/dev/insyn/page/theme/" + name)) {
			return (stream == null) ? Optional.empty() : Optional
				.of(new Image(stream.readAllBytes(), name.endsWith(".svg") ? "image/svg+xml" : "image/png"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Where browsers find it, under an address made of its content.
	static String address(TenantId tenant, String name) {
		return "/theme/" + tenant + "/" + OURS + "-" + Sha256.of(get(name).content()).substring(0, 12) + "/" + name;
	}

	/// A file of a theme and its media type.
	record Image(byte[] content, String contentType) {

	}

}
