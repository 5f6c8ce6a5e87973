package dev.insyn.page.theme.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

/// Files as people and attackers upload them.
public final class Files {

	private Files() {
	}

	/// A logo of two colours, blue to the left, amber to the right, with transparent
	/// margins.
	public static byte[] logo() {
		return png(drawn(BufferedImage.TYPE_INT_ARGB, 300, 120, 20, Color.decode("#0b5cad"), Color.decode("#f2a900")));
	}

	public static byte[] banner(int width, int height) {
		return jpeg(
				drawn(BufferedImage.TYPE_INT_RGB, width, height, 0, Color.decode("#0b5cad"), Color.decode("#f2a900")));
	}

	static BufferedImage drawn(int type, int width, int height, int margin, Color left, Color right) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(left);
		graphics.fillRect(margin, margin, width / 2 - margin, height - 2 * margin);
		graphics.setColor(right);
		graphics.fillRect(width / 2, margin, width / 2 - margin, height - 2 * margin);
		graphics.dispose();
		return image;
	}

	static byte[] png(BufferedImage image) {
		return written(image, "png");
	}

	static byte[] jpeg(BufferedImage image) {
		return written(image, "jpeg");
	}

	private static byte[] written(BufferedImage image, String format) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			ImageIO.write(image, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A file of the tests' resources, made with ImageMagick.
	public static byte[] stored(String name) {
		try (InputStream stream = Files.class.getResourceAsStream("/dev/insyn/page/theme/image/" + name)) {
			return Objects.requireNonNull(stream, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	/// A PNG that says it is so large, all of one grey; a megapixel of it takes a
	/// kilobyte.
	static byte[] bomb(int width, int height) {
		Deflater deflater = new Deflater(9);
		byte[] row = new byte[width / 8 + 2];
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		for (int y = 0; y < Math.min(height, 20_000); y++) {
			deflater.setInput(row);
			while (!deflater.needsInput()) {
				data.write(buffer, 0, deflater.deflate(buffer));
			}
		}
		deflater.finish();
		while (!deflater.finished()) {
			data.write(buffer, 0, deflater.deflate(buffer));
		}
		deflater.end();
		byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 1, 0, 0, 0, 0 }).array();
		return joined(PngParts.SIGNATURE, chunk("IHDR", header), chunk("IDAT", data.toByteArray()),
				chunk("IEND", new byte[0]));
	}

	static byte[] chunk(String type, byte[] content) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 sum = new CRC32();
		sum.update(name);
		sum.update(content);
		return ByteBuffer.allocate(12 + content.length)
			.putInt(content.length)
			.put(name)
			.put(content)
			.putInt((int) sum.getValue())
			.array();
	}

	/// A PNG with a chunk more, right after its header.
	static byte[] withChunk(byte[] png, byte[] chunk) {
		return joined(java.util.Arrays.copyOf(png, 33), chunk, java.util.Arrays.copyOfRange(png, 33, png.length));
	}

	/// A JPEG with an Exif segment: an orientation, and a place that must not get out.
	static byte[] withExif(byte[] jpeg, int orientation) {
		byte[] exif = joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff(orientation));
		byte[] segment = ByteBuffer.allocate(4 + exif.length)
			.putShort((short) 0xffe1)
			.putShort((short) (exif.length + 2))
			.put(exif)
			.array();
		return joined(java.util.Arrays.copyOf(jpeg, 2), segment, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
	}

	static byte[] tiff(int orientation) {
		byte[] place = "GPS 59.3293N 18.0686E Storgatan 12".getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(26 + place.length)
			.put(new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1 })
			.putShort((short) 0x0112)
			.putShort((short) 3)
			.putInt(1)
			.putShort((short) orientation)
			.putShort((short) 0)
			.putInt(0)
			.put(place)
			.array();
	}

}
