package dev.insyn.page.theme;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.insyn.page.theme.ThemeImages.Image;
import dev.insyn.page.theme.image.PreparedImage;
import dev.insyn.page.theme.image.Rendition;

/// A logo that a mail carries with it, so that whoever reads the mail loads nothing from anywhere.
///
/// @param type its media type: mail programs show PNG and JPEG, and no vector images
/// @param width in pixels as it is shown; the picture itself is larger, for sharp screens
@SuppressWarnings("ArrayRecordComponent") // is written out once and never compared
public record MailLogo(String type, int width, int height, byte[] content) {

	/// Larger ones would weigh on every single mail of a mailing.
	static final int MOST_BYTES = 40_000;

	private static final double HEIGHT = 40;

	private static final double WIDTH = 260;

	/// Where a PNG says how wide it is (ISO 15948, 11.2.2).
	private static final int PNG_WIDTH = 16;

	/// The smallest size that is sharp on any screen, else the largest that is not too
	/// heavy.
	static Optional<MailLogo> of(PreparedImage uploaded) {
		List<Rendition> light = uploaded.renditions()
			.stream()
			.filter((size) -> size.content().length <= MOST_BYTES)
			.sorted(Comparator.comparingInt(Rendition::width))
			.toList();
		return light.stream()
			.filter((size) -> size.height() >= 2 * HEIGHT || size.width() >= 2 * WIDTH)
			.findFirst()
			.or(() -> light.isEmpty() ? Optional.empty() : Optional.of(light.getLast()))
			.map((size) -> shown(size.contentType(), size.width(), size.height(), size.content()));
	}

	/// Our own are drawn as vectors, with a PNG of the same name beside them.
	static Optional<MailLogo> ours(String name) {
		return ThemeImages.find(name.replaceFirst("\\.svg$", ".png")).map(Image::content).map((png) -> {
			ByteBuffer head = ByteBuffer.wrap(png);
			return shown("image/png", head.getInt(PNG_WIDTH), head.getInt(PNG_WIDTH + Integer.BYTES), png);
		});
	}

	private static MailLogo shown(String type, int width, int height, byte[] content) {
		double scale = Math.min(1, Math.min(HEIGHT / height, WIDTH / width));
		return new MailLogo(type, Math.max(1, (int) Math.round(width * scale)),
				Math.max(1, (int) Math.round(height * scale)), content);
	}

}
