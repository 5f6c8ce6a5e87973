package dev.insyn.page.theme.image;

/// How a camera was held (Exif 3.0, tag 0x0112): whether rows and columns are swapped, and which way they then run.
enum Orientation {

	UPRIGHT(false, false, false),

	MIRRORED(false, true, false),

	UPSIDE_DOWN(false, true, true),

	FLIPPED(false, false, true),

	TRANSPOSED(true, false, false),

	TURNED_RIGHT(true, true, false),

	TRANSVERSED(true, true, true),

	TURNED_LEFT(true, false, true);

	private static final int TAG = 0x0112;

	private final boolean swapped;

	private final boolean fromRight;

	private final boolean fromBottom;

	Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
		this.swapped = swapped;
		this.fromRight = fromRight;
		this.fromBottom = fromBottom;
	}

	/// @param tiff what stands in an Exif block, from its byte order mark on; upright if
	/// it says nothing that makes sense
	static Orientation ofExif(Bytes tiff) {
		try {
			boolean little = tiff.has(0, "II");
			int directory = little ? tiff.little32(4) : tiff.u32(4);
			int entries = u16(tiff, little, directory);
			for (int i = 0; i < entries; i++) {
				int entry = directory + 2 + 12 * i;
				if (u16(tiff, little, entry) == TAG) {
					return values()[Math.clamp(u16(tiff, little, entry + 8) - 1L, 0, 7)];
				}
			}
		}
		catch (IndexOutOfBoundsException nothingThatMakesSense) {
			return UPRIGHT;
		}
		return UPRIGHT;
	}

	private static int u16(Bytes bytes, boolean little, int at) {
		return little ? bytes.little16(at) : bytes.u16(at);
	}

	/// The picture as it was seen.
	Pixels turn(Pixels stored) {
		if (this == UPRIGHT) {
			return stored;
		}
		int width = this.swapped ? stored.height() : stored.width();
		int height = this.swapped ? stored.width() : stored.height();
		int[] argb = new int[width * height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int fromX = this.fromRight ? width - 1 - x : x;
				int fromY = this.fromBottom ? height - 1 - y : y;
				argb[y * width + x] = this.swapped ? stored.at(fromY, fromX) : stored.at(fromX, fromY);
			}
		}
		return new Pixels(width, height, argb);
	}

}
