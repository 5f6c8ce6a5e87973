package dev.insyn.page.theme.image;

import java.util.HashSet;
import java.util.Set;

/// A decoded picture.
///
/// @param argb rows from the top, each pixel 0xAARRGGBB, not premultiplied
record Pixels(int width, int height, int[] argb) {

	private static final int FEW_COLOURS = 4_000;

	int at(int x, int y) {
		return this.argb[y * this.width + x];
	}

	boolean opaque() {
		for (int pixel : this.argb) {
			if (pixel >>> 24 != 0xff) {
				return false;
			}
		}
		return true;
	}

	/// Whether it has so few colours that it must be a drawing.
	boolean drawn() {
		Set<Integer> colours = new HashSet<>();
		for (int pixel : this.argb) {
			if (colours.add(pixel) && colours.size() > FEW_COLOURS) {
				return false;
			}
		}
		return true;
	}

	Pixels cropped(int left, int top, int newWidth, int newHeight) {
		int[] part = new int[newWidth * newHeight];
		for (int y = 0; y < newHeight; y++) {
			System.arraycopy(this.argb, (top + y) * this.width + left, part, y * newWidth, newWidth);
		}
		return new Pixels(newWidth, newHeight, part);
	}

	/// Without the wholly transparent margins; as it is if all of it is transparent.
	Pixels trimmed() {
		int left = this.width;
		int right = -1;
		int top = this.height;
		int bottom = -1;
		for (int y = 0; y < this.height; y++) {
			for (int x = 0; x < this.width; x++) {
				if (at(x, y) >>> 24 > 8) {
					left = Math.min(left, x);
					right = Math.max(right, x);
					top = Math.min(top, y);
					bottom = y;
				}
			}
		}
		return (right < 0) ? this : cropped(left, top, right - left + 1, bottom - top + 1);
	}

	/// Each new pixel is the average of the area it stands for, colours weighted by how
	/// much they cover.
	Pixels scaled(int newWidth, int newHeight) {
		int[] result = new int[newWidth * newHeight];
		for (int y = 0; y < newHeight; y++) {
			for (int x = 0; x < newWidth; x++) {
				result[y * newWidth + x] = average((double) x * this.width / newWidth,
						(double) y * this.height / newHeight, (x + 1.0) * this.width / newWidth,
						(y + 1.0) * this.height / newHeight);
			}
		}
		return new Pixels(newWidth, newHeight, result);
	}

	private int average(double left, double top, double right, double bottom) {
		double alpha = 0;
		double red = 0;
		double green = 0;
		double blue = 0;
		for (int y = (int) top; y < Math.min(bottom, this.height); y++) {
			double tall = Math.min(bottom, y + 1.0) - Math.max(top, y);
			for (int x = (int) left; x < Math.min(right, this.width); x++) {
				int pixel = at(x, y);
				double weight = tall * (Math.min(right, x + 1.0) - Math.max(left, x)) * (pixel >>> 24);
				alpha += weight;
				red += weight * (pixel >> 16 & 0xff);
				green += weight * (pixel >> 8 & 0xff);
				blue += weight * (pixel & 0xff);
			}
		}
		long cover = Math.round(alpha / ((right - left) * (bottom - top)));
		return (cover == 0) ? 0 : (int) (Math.min(cover, 255) << 24 | Math.round(red / alpha) << 16
				| Math.round(green / alpha) << 8 | Math.round(blue / alpha));
	}

}
