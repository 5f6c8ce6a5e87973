package dev.insyn.contact.segment.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A file's bytes as text, known by what they are and not by what the file is called.
final class CsvText {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final int HEAD = 4096;

	private static final List<byte[]> SPREADSHEETS = List.of(bytes(0x50, 0x4B, 0x03, 0x04),
			bytes(0xD0, 0xCF, 0x11, 0xE0));

	private static final List<byte[]> OTHERS = List.of(bytes(0x25, 0x50, 0x44, 0x46), bytes(0x89, 0x50, 0x4E, 0x47),
			bytes(0xFF, 0xD8, 0xFF), bytes(0x47, 0x49, 0x46, 0x38), bytes(0x1F, 0x8B), bytes(0x7B, 0x5C, 0x72, 0x74));

	private CsvText() {
	}

	/// UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.
	/// @throws FileRefused if it is no text
	static String of(byte[] file) {
		if (file.length == 0) {
			throw new FileRefused(FileRefused.Reason.EMPTY);
		}
		if (SPREADSHEETS.stream().anyMatch((mark) -> begins(file, mark))) {
			throw new FileRefused(FileRefused.Reason.SPREADSHEET);
		}
		if (OTHERS.stream().anyMatch((mark) -> begins(file, mark))) {
			throw new FileRefused(FileRefused.Reason.NO_TEXT);
		}
		String text = decode(file);
		refuseOthers(text);
		return text;
	}

	private static String decode(byte[] file) {
		if (begins(file, bytes(0xEF, 0xBB, 0xBF))) {
			return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
		}
		if (begins(file, bytes(0xFF, 0xFE))) {
			return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
		}
		if (begins(file, bytes(0xFE, 0xFF))) {
			return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
		}
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(file))
				.toString();
		}
		catch (CharacterCodingException older) {
			return new String(file, WINDOWS);
		}
	}

	private static void refuseOthers(String text) {
		String head = text.substring(0, Math.min(text.length(), HEAD));
		String start = head.stripLeading().toLowerCase(Locale.ROOT);
		boolean markup = start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml");
		if (markup || head.chars().anyMatch((letter) -> letter < ' ' && "\t\r\n\f".indexOf(letter) < 0)) {
			throw new FileRefused(FileRefused.Reason.NO_TEXT);
		}
		if (text.isBlank()) {
			throw new FileRefused(FileRefused.Reason.EMPTY);
		}
	}

	private static boolean begins(byte[] file, byte[] mark) {
		return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
	}

	private static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

}
