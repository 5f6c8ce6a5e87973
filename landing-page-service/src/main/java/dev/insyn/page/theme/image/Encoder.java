package dev.insyn.page.theme.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels as a file for browsers.
final class Encoder {

	private static final float BEST = 0.86f;

	private static final float WORST = 0.5f;

	private Encoder() {
	}

	static byte[] png(Pixels pixels) {
		return write(image(pixels, !pixels.opaque()), "png", 0);
	}

	/// The best quality that fits into so many bytes; if none does, the lowest that is
	/// still good enough.
	static byte[] jpeg(Pixels pixels, int mostBytes) {
		BufferedImage image = image(pixels, false);
		float quality = BEST;
		byte[] file = write(image, "jpeg", quality);
		while (file.length > mostBytes && quality > WORST) {
			quality -= 0.06f;
			file = write(image, "jpeg", quality);
		}
		return file;
	}

	private static BufferedImage image(Pixels pixels, boolean transparent) {
		BufferedImage image = new BufferedImage(pixels.width(), pixels.height(),
				transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
		return image;
	}

	private static byte[] write(BufferedImage image, String format, float quality) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			writer.setOutput(output);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
