package dev.insyn.page.theme.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes to read numbers from; reading beyond the end is an [IndexOutOfBoundsException].
record Bytes(byte[] content) {

	int length() {
		return this.content.length;
	}

	int u8(int at) {
		return this.content[at] & 0xff;
	}

	int u16(int at) {
		return u8(at) << 8 | u8(at + 1);
	}

	/// Never negative: a length of more than 2 GiB is beyond the end.
	int u32(int at) {
		int value = u16(at) << 16 | u16(at + 2);
		return (value < 0) ? Integer.MAX_VALUE : value;
	}

	int little16(int at) {
		return u8(at) | u8(at + 1) << 8;
	}

	int little24(int at) {
		return little16(at) | u8(at + 2) << 16;
	}

	int little32(int at) {
		int value = little16(at) | little16(at + 2) << 16;
		return (value < 0) ? Integer.MAX_VALUE : value;
	}

	boolean begins(byte... start) {
		return this.content.length >= start.length && Arrays.equals(start, Arrays.copyOf(this.content, start.length));
	}

	boolean begins(String start) {
		return has(0, start);
	}

	boolean has(int at, String text) {
		byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
		return this.content.length >= at + wanted.length
				&& Arrays.equals(wanted, Arrays.copyOfRange(this.content, at, at + wanted.length));
	}

	/// @throws IndexOutOfBoundsException if there is not that much
	byte[] slice(int at, int length) {
		if (at < 0 || length < 0 || length > this.content.length - at) {
			throw new IndexOutOfBoundsException();
		}
		return Arrays.copyOfRange(this.content, at, at + length);
	}

}
