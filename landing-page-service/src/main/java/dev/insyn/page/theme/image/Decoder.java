package dev.insyn.page.theme.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.insyn.page.theme.image.PictureRefused.Reason;

/// Decodes a picture with the one decoder of its format, coarser the larger it is, so that no more than a few million pixels
/// are ever in memory.
final class Decoder {

	private static final int MOST_DECODED = 4_500_000;

	private final Picture picture;

	private final ImageReader reader;

	Decoder(Picture picture) {
		this.picture = picture;
		this.reader = reader(picture.format());
	}

	private static ImageReader reader(Picture.Format format) {
		if (format == Picture.Format.WEBP) {
			return new WebPImageReaderSpi().createReaderInstance(null);
		}
		Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
		while (readers.hasNext()) {
			ImageReader reader = readers.next();
			if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
				return reader;
			}
		}
		throw new IllegalStateException("No decoder for " + format);
	}

	/// Makes [#decode] end soon.
	void abort() {
		this.reader.abort();
	}

	/// @throws PictureRefused if the picture is broken
	Pixels decode() {
		try (ImageInputStream input = new MemoryCacheImageInputStream(
				new ByteArrayInputStream(this.picture.essence()))) {
			this.reader.setInput(input, true, true);
			if (this.reader.getWidth(0) != this.picture.width() || this.reader.getHeight(0) != this.picture.height()) {
				throw new PictureRefused(Reason.BROKEN);
			}
			return this.picture.orientation().turn(read());
		}
		catch (IOException | RuntimeException broken) {
			throw (broken instanceof PictureRefused refused) ? refused : new PictureRefused(Reason.BROKEN);
		}
		finally {
			this.reader.dispose();
		}
	}

	private Pixels read() throws IOException {
		int step = step();
		ImageReadParam param = this.reader.getDefaultReadParam();
		param.setSourceSubsampling(step, step, 0, 0);
		boolean[] warned = new boolean[1];
		if (this.picture.format() == Picture.Format.PNG) {
			this.reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
		}
		if (this.picture.print()) {
			return PrintColours.onScreen(this.reader.readRaster(0, param), this.picture.essence());
		}
		BufferedImage image = this.reader.read(0, param);
		if (warned[0]) {
			throw new PictureRefused(Reason.BROKEN);
		}
		return pixels(image);
	}

	private int step() {
		int step = 1;
		while ((long) this.picture.width() * this.picture.height() / ((long) step * step) > MOST_DECODED) {
			step++;
		}
		return step;
	}

	/// Samples as they are stored: Java's own conversion of greys would lighten them.
	private static Pixels pixels(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		int[] argb = new int[width * height];
		if (image.getColorModel() instanceof IndexColorModel) {
			image.getRGB(0, 0, width, height, argb, 0, width);
			return new Pixels(width, height, argb);
		}
		Raster raster = image.getRaster();
		int bands = raster.getNumBands();
		int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
		int[] row = new int[width * bands];
		for (int y = 0; y < height; y++) {
			raster.getPixels(0, y, width, 1, row);
			for (int x = 0; x < width; x++) {
				argb[y * width + x] = pixel(row, x * bands, bands, most);
			}
		}
		return new Pixels(width, height, argb);
	}

	private static int pixel(int[] samples, int at, int bands, int most) {
		boolean grey = bands <= 2;
		int red = samples[at] * 255 / most;
		int green = grey ? red : samples[at + 1] * 255 / most;
		int blue = grey ? red : samples[at + 2] * 255 / most;
		int alpha = (bands % 2 == 0) ? samples[at + bands - 1] * 255 / most : 255;
		return alpha << 24 | red << 16 | green << 8 | blue;
	}

}
