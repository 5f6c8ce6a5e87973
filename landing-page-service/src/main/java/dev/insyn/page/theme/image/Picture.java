package dev.insyn.page.theme.image;

import java.nio.charset.StandardCharsets;

import dev.insyn.page.theme.image.PictureRefused.Reason;

/// An uploaded file that is a picture: what its header says, and those of its bytes that make the picture. All else is left
/// behind before any decoder sees it: metadata, colour profiles, previews, and whatever follows the picture's end.
///
/// @param width as stored, before it is turned
/// @param orientation how it has to be turned (Exif)
/// @param print whether its colours are those of a printing press (CMYK)
record Picture(Format format, int width, int height, Orientation orientation, boolean print, byte[] essence) {

	private static final int LONGEST_SIDE = 10_000;

	Picture {
		if (width < 1 || height < 1) {
			throw new PictureRefused(Reason.BROKEN);
		}
		if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > format.mostPixels()) {
			throw new PictureRefused(Reason.TOO_MANY_PIXELS, width, height);
		}
	}

	/// Knows a picture by its content; a file's name or declared type is never asked.
	/// @throws PictureRefused if it is none that is taken
	static Picture of(byte[] file) {
		if (file.length == 0) {
			throw new PictureRefused(Reason.EMPTY);
		}
		Bytes bytes = new Bytes(file);
		try {
			if (bytes.begins(PngParts.SIGNATURE)) {
				return PngParts.take(bytes);
			}
			if (bytes.begins(JpegParts.SIGNATURE)) {
				return JpegParts.take(bytes);
			}
			if (bytes.begins("RIFF") && bytes.has(8, "WEBP")) {
				return WebpParts.take(bytes);
			}
		}
		catch (IndexOutOfBoundsException beyondTheEnd) {
			throw new PictureRefused(Reason.BROKEN);
		}
		throw other(bytes);
	}

	private static PictureRefused other(Bytes bytes) {
		String start = new String(bytes.slice(0, Math.min(bytes.length(), 1024)), StandardCharsets.ISO_8859_1);
		if (start.contains("<svg") || start.stripLeading().startsWith("<?xml")) {
			return new PictureRefused(Reason.SVG);
		}
		String kind = kind(start);
		return kind.isEmpty() ? new PictureRefused(Reason.NO_PICTURE) : new PictureRefused(Reason.OTHER_KIND, kind);
	}

	private static String kind(String start) {
		if (start.startsWith("ftyp", 4)) {
			return start.startsWith("avif", 8) ? "AVIF" : "HEIC";
		}
		return start.startsWith("GIF8") ? "GIF"
				: start.startsWith("%PDF") ? "PDF" : start.startsWith("BM") ? "BMP" : start.startsWith("8BPS")
						? "Photoshop" : start.startsWith("II*\0") || start.startsWith("MM\0*") ? "TIFF" : "";
	}

	/// The kinds of picture that are taken.
	enum Format {

		PNG(16_000_000), JPEG(16_000_000), WEBP(4_500_000);

		private final int mostPixels;

		Format(int mostPixels) {
			this.mostPixels = mostPixels;
		}

		int mostPixels() {
			return this.mostPixels;
		}

	}

}
