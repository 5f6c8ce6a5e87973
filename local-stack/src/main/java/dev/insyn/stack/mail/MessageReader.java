package dev.insyn.stack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import org.jspecify.annotations.Nullable;

/// Reads what a person would see out of a MIME message.
final class MessageReader {

	private MessageReader() {
	}

	static CaughtMessage read(MimeMessage message, String recipient) throws MessagingException {
		Map<String, String> images = new HashMap<>();
		images(message, images);
		return new CaughtMessage(UUID.randomUUID().toString(), addresses(message.getFrom()), recipient,
				Objects.requireNonNullElse(message.getSubject(), ""), body(message, "text/plain").orElse(null),
				body(message, "text/html").orElse(null), images, Instant.now());
	}

	private static String addresses(Address @Nullable [] addresses) {
		return (addresses == null) ? ""
				: Arrays.stream(addresses)
					.map((address) -> (address instanceof InternetAddress internet) ? internet.toUnicodeString()
							: address.toString())
					.collect(Collectors.joining(", "));
	}

	/// The images that the mail carries. Mails carry the same ones, so each is kept once.
	private static void images(Part part, Map<String, String> found) throws MessagingException {
		try {
			if (part.isMimeType("multipart/*")) {
				Multipart parts = (Multipart) part.getContent();
				for (int index = 0; index < parts.getCount(); index++) {
					images(parts.getBodyPart(index), found);
				}
			}
			else if (part.isMimeType("image/*") && part instanceof MimePart image && image.getContentID() != null) {
				String content = Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
				found.put(image.getContentID().replaceAll("^<|>$", ""),
						("data:" + new ContentType(part.getContentType()).getBaseType() + ";base64," + content)
							.intern());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The first part of that type which isn't an attachment.
	private static Optional<String> body(Part part, String type) throws MessagingException {
		try {
			if (part.isMimeType("multipart/*")) {
				return inside((Multipart) part.getContent(), type);
			}
			boolean wanted = part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
			return wanted ? Optional.of(part.getContent().toString()) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<String> inside(Multipart parts, String type) throws MessagingException {
		Optional<String> found = Optional.empty();
		for (int index = 0; found.isEmpty() && index < parts.getCount(); index++) {
			found = body(parts.getBodyPart(index), type);
		}
		return found;
	}

}
