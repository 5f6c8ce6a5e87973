package dev.insyn.page.theme.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;

import dev.insyn.page.theme.image.Picture.Format;
import dev.insyn.page.theme.image.PictureRefused.Reason;

/// Takes a PNG apart (W3C, *PNG Specification*, third edition): header, palette, transparency and pixels are kept.
final class PngParts {

	static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

	private PngParts() {
	}

	static Picture take(Bytes file) {
		ByteArrayOutputStream essence = new ByteArrayOutputStream();
		essence.writeBytes(SIGNATURE);
		Orientation orientation = Orientation.UPRIGHT;
		int at = SIGNATURE.length;
		while (true) {
			int length = file.u32(at);
			byte[] chunk = file.slice(at, Math.addExact(Math.min(length, file.length()), 12));
			String type = new String(chunk, 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
			if (at == SIGNATURE.length && !(type.equals("IHDR") && length == 13)) {
				throw new PictureRefused(Reason.BROKEN);
			}
			if (type.equals("acTL")) {
				throw new PictureRefused(Reason.MOVES);
			}
			if (type.equals("eXIf")) {
				orientation = Orientation.ofExif(new Bytes(file.slice(at + 8, length)));
			}
			if (KEPT.contains(type)) {
				essence.writeBytes(chunk);
			}
			if (type.equals("IEND")) {
				return new Picture(Format.PNG, file.u32(16), file.u32(20), orientation, false, essence.toByteArray());
			}
			at += chunk.length;
		}
	}

}
