package dev.insyn.page.theme.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Oklch;

/// A picture made anew from what was uploaded.
///
/// @param renditions the sizes, the smallest first
/// @param tones what colours it has, the most frequent first
/// @param transparent whether what is behind it shows through
/// @param print whether it came in the colours of a printing press, which look different on screens
public record PreparedImage(ImageKind kind, List<Rendition> renditions, List<Tone> tones, boolean transparent,
		boolean print) {

	private static final double COLOURFUL = 0.04;

	public PreparedImage {
		renditions = List.copyOf(renditions);
		tones = List.copyOf(tones);
	}

	static PreparedImage of(ImageKind kind, Pixels pixels, boolean print) {
		Pixels cut = kind.cut(pixels);
		Pixels coarse = cut;
		while (coarse.width() > 400 || coarse.height() > 400) {
			coarse = halved(coarse);
		}
		return new PreparedImage(kind, kind.renditions(cut), Tones.of(coarse), !cut.opaque(), print);
	}

	/// Every second pixel: averages would be colours that the picture doesn't have.
	private static Pixels halved(Pixels pixels) {
		int width = Math.max(1, pixels.width() / 2);
		int height = Math.max(1, pixels.height() / 2);
		int[] argb = new int[width * height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				argb[y * width + x] = pixels.at(2 * x, 2 * y);
			}
		}
		return new Pixels(width, height, argb);
	}

	/// A name made of its content: the same picture has the same everywhere.
	public String hash() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.kind.code().getBytes(StandardCharsets.US_ASCII));
			this.renditions.forEach((rendition) -> digest.update(rendition.content()));
			return HexFormat.of().formatHex(digest.digest(), 0, 16);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// The colours that could be a brand's, the likeliest first; greys only where there
	/// is
	/// nothing else.
	public List<Colour> brandColours() {
		List<Tone> colourful = this.tones.stream()
			.filter((tone) -> Oklch.of(tone.colour()).chroma() >= COLOURFUL)
			.toList();
		return (colourful.isEmpty() ? this.tones : colourful).stream()
			.sorted(Comparator.comparingDouble((Tone tone) -> tone.share() * (0.05 + Oklch.of(tone.colour()).chroma()))
				.reversed())
			.map(Tone::colour)
			.limit(5)
			.toList();
	}

	/// The share of what can be seen that stands out from a ground, 0 to 1; a picture
	/// that
	/// hides its ground stands out.
	public double standsOutFrom(Colour ground) {
		return this.transparent ? this.tones.stream()
			.filter((tone) -> tone.colour().contrast(ground) >= 1.7)
			.mapToDouble(Tone::share)
			.sum() : 1;
	}

}
