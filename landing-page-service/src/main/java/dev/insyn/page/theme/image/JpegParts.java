package dev.insyn.page.theme.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;

import dev.insyn.page.theme.image.Picture.Format;
import dev.insyn.page.theme.image.PictureRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Takes a JPEG apart (ITU-T T.81): tables, frame and scans are kept, of the applications' segments only the two that say how
/// colours are stored.
final class JpegParts {

	static final byte[] SIGNATURE = { (byte) 0xff, (byte) 0xd8, (byte) 0xff };

	/// Real progressive pictures have about ten; thousands make a small file slow to
	/// decode.
	private static final int MOST_SCANS = 40;

	private static final int APP0 = 0xe0;

	private static final int APP1 = 0xe1;

	private static final int APP14 = 0xee;

	private static final int DQT = 0xdb;

	private static final int DHT = 0xc4;

	private static final int DRI = 0xdd;

	private static final int SOS = 0xda;

	private static final int EOI = 0xd9;

	private static final Set<Integer> KEPT = Set.of(APP0, APP14, DQT, DHT, DRI);

	/// Baseline, extended and progressive Huffman coding.
	private static final Set<Integer> FRAMES = Set.of(0xc0, 0xc1, 0xc2);

	private final Bytes file;

	private final ByteArrayOutputStream essence = new ByteArrayOutputStream();

	private Orientation orientation = Orientation.UPRIGHT;

	private @Nullable Frame frame;

	private int scans;

	private JpegParts(Bytes file) {
		this.file = file;
	}

	static Picture take(Bytes file) {
		return new JpegParts(file).take();
	}

	private Picture take() {
		this.essence.writeBytes(this.file.slice(0, 2));
		int at = 2;
		int marker = marker(at);
		while (marker != EOI) {
			at = segment(at, marker);
			while (this.file.u8(at) == 0xff && this.file.u8(at + 1) == 0xff) {
				at++;
			}
			marker = marker(at);
		}
		this.essence.writeBytes(new byte[] { (byte) 0xff, (byte) EOI });
		Frame read = this.frame;
		if (read == null || this.scans == 0) {
			throw new PictureRefused(Reason.BROKEN);
		}
		return new Picture(Format.JPEG, read.width(), read.height(), this.orientation, read.components() == 4,
				this.essence.toByteArray());
	}

	private int marker(int at) {
		if (this.file.u8(at) != 0xff) {
			throw new PictureRefused(Reason.BROKEN);
		}
		return this.file.u8(at + 1);
	}

	/// @return where the next one begins
	private int segment(int at, int marker) {
		int length = this.file.u16(at + 2);
		int end = at + 2 + length;
		byte[] segment = this.file.slice(at, length + 2);
		if (marker == SOS) {
			return scan(at, end);
		}
		if (marker == APP1 && this.file.has(at + 4, "Exif\0\0")) {
			this.orientation = Orientation.ofExif(new Bytes(this.file.slice(at + 10, length - 8)));
		}
		if (FRAMES.contains(marker)) {
			frame(at, segment);
		}
		else if (KEPT.contains(marker)) {
			this.essence.writeBytes(segment);
		}
		else if (marker < APP0) {
			throw new PictureRefused(Reason.OTHER_KIND, "JPEG*");
		}
		return end;
	}

	private void frame(int at, byte[] segment) {
		int components = this.file.u8(at + 9);
		if (this.frame != null || this.file.u8(at + 4) != 8) {
			throw new PictureRefused(Reason.BROKEN);
		}
		if (components != 1 && components != 3 && components != 4) {
			throw new PictureRefused(Reason.OTHER_KIND, "JPEG*");
		}
		this.frame = new Frame(this.file.u16(at + 7), this.file.u16(at + 5), components);
		this.essence.writeBytes(segment);
	}

	private int scan(int at, int header) {
		if (++this.scans > MOST_SCANS) {
			throw new PictureRefused(Reason.TOO_SLOW);
		}
		int end = header;
		while (this.file.u8(end) != 0xff || isWithinScan(this.file.u8(end + 1))) {
			end++;
		}
		this.essence.writeBytes(this.file.slice(at, end - at));
		return end;
	}

	/// A stuffed zero, a restart, or a filling byte.
	private static boolean isWithinScan(int second) {
		return second == 0 || second == 0xff || second >= 0xd0 && second <= 0xd7;
	}

	private record Frame(int width, int height, int components) {

	}

}
