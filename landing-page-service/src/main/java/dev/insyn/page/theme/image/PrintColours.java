package dev.insyn.page.theme.image;

import java.awt.image.Raster;

/// Colours of a printing press, shown on a screen: by the plain formula, without a colour profile.
final class PrintColours {

	private PrintColours() {
	}

	/// @param jpeg says in its APP14 segment, if it has one, that inks are stored
	/// inverted, and whether as luminance and
	/// chrominance
	static Pixels onScreen(Raster raster, byte[] jpeg) {
		int transform = transform(new Bytes(jpeg));
		int width = raster.getWidth();
		int height = raster.getHeight();
		int[] argb = new int[width * height];
		int[] row = new int[width * 4];
		for (int y = 0; y < height; y++) {
			raster.getPixels(0, y, width, 1, row);
			for (int x = 0; x < width; x++) {
				argb[y * width + x] = pixel(row[4 * x], row[4 * x + 1], row[4 * x + 2], row[4 * x + 3], transform);
			}
		}
		return new Pixels(width, height, argb);
	}

	/// @param transform -1 without an Adobe segment
	private static int pixel(int one, int two, int three, int black, int transform) {
		int red = one;
		int green = two;
		int blue = three;
		if (transform == 2) {
			red = 255 - level(one + 1.402 * (three - 128));
			green = 255 - level(one - 0.344136 * (two - 128) - 0.714136 * (three - 128));
			blue = 255 - level(one + 1.772 * (two - 128));
		}
		int rest = black;
		if (transform < 0) {
			red = 255 - red;
			green = 255 - green;
			blue = 255 - blue;
			rest = 255 - rest;
		}
		return 0xff << 24 | (red * rest / 255) << 16 | (green * rest / 255) << 8 | blue * rest / 255;
	}

	private static int level(double value) {
		return (int) Math.clamp(Math.round(value), 0, 255);
	}

	private static int transform(Bytes jpeg) {
		int at = 2;
		while (at + 16 <= jpeg.length() && jpeg.u8(at) == 0xff && jpeg.u8(at + 1) != 0xda) {
			if (jpeg.u8(at + 1) == 0xee && jpeg.has(at + 4, "Adobe")) {
				return jpeg.u8(at + 15);
			}
			at += 2 + jpeg.u16(at + 2);
		}
		return -1;
	}

}
