package dev.insyn.page.theme.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.insyn.page.theme.image.Picture.Format;
import dev.insyn.page.theme.image.PictureRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Takes a WebP apart (RFC 9649): the picture and its transparency are kept.
final class WebpParts {

	private static final int MOVES = 0x02;

	private static final int ALPHA = 0x10;

	private final Bytes file;

	private final ByteArrayOutputStream essence = new ByteArrayOutputStream();

	private Orientation orientation = Orientation.UPRIGHT;

	private @Nullable Size canvas;

	private @Nullable Size picture;

	private WebpParts(Bytes file) {
		this.file = file;
	}

	static Picture take(Bytes file) {
		return new WebpParts(file).take();
	}

	private Picture take() {
		int end = 8 + this.file.little32(4);
		int at = 12;
		while (at < end) {
			int length = this.file.little32(at + 4);
			int padded = Math.addExact(Math.min(length, this.file.length()), 8 + (length & 1));
			byte[] chunk = (at + padded > this.file.length()) ? this.file.slice(at, padded - (length & 1))
					: this.file.slice(at, padded);
			chunk(at, new String(chunk, 0, 4, StandardCharsets.ISO_8859_1), chunk);
			at += padded;
		}
		Size size = this.picture;
		if (size == null || this.canvas != null && !this.canvas.equals(size)) {
			throw new PictureRefused(Reason.BROKEN);
		}
		return new Picture(Format.WEBP, size.width(), size.height(), this.orientation, false, wrapped());
	}

	private void chunk(int at, String type, byte[] chunk) {
		switch (type) {
			case "VP8X" -> header(at, chunk);
			case "ALPH" -> this.essence.writeBytes(chunk);
			case "VP8 " -> picture(chunk, lossy(at));
			case "VP8L" -> picture(chunk, lossless(at));
			case "ANIM", "ANMF" -> throw new PictureRefused(Reason.MOVES);
			case "EXIF" -> this.orientation = Orientation
				.ofExif(new Bytes(this.file.slice(at + (this.file.has(at + 8, "Exif\0\0") ? 14 : 8),
						chunk.length - (this.file.has(at + 8, "Exif\0\0") ? 14 : 8))));
			default -> {
				// profiles, metadata and what nobody knows
			}
		}
	}

	/// The extended header, promising nothing but transparency.
	private void header(int at, byte[] chunk) {
		if ((chunk[8] & MOVES) != 0) {
			throw new PictureRefused(Reason.MOVES);
		}
		this.canvas = new Size(this.file.little24(at + 12) + 1, this.file.little24(at + 15) + 1);
		chunk[8] &= ALPHA;
		this.essence.writeBytes(chunk);
	}

	private void picture(byte[] chunk, Size size) {
		if (this.picture != null) {
			throw new PictureRefused(Reason.BROKEN);
		}
		this.picture = size;
		this.essence.writeBytes(chunk);
	}

	private Size lossy(int at) {
		if (this.file.u8(at + 11) != 0x9d || this.file.u8(at + 12) != 0x01 || this.file.u8(at + 13) != 0x2a) {
			throw new PictureRefused(Reason.BROKEN);
		}
		return new Size(this.file.little16(at + 14) & 0x3fff, this.file.little16(at + 16) & 0x3fff);
	}

	private Size lossless(int at) {
		if (this.file.u8(at + 8) != 0x2f) {
			throw new PictureRefused(Reason.BROKEN);
		}
		int low = this.file.little16(at + 9);
		int high = this.file.little16(at + 11);
		return new Size((low & 0x3fff) + 1, (low >> 14 | (high & 0xfff) << 2) + 1);
	}

	private byte[] wrapped() {
		byte[] chunks = this.essence.toByteArray();
		return ByteBuffer.allocate(12 + chunks.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
			.putInt(4 + chunks.length)
			.put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
			.put(chunks)
			.array();
	}

	private record Size(int width, int height) {

	}

}
