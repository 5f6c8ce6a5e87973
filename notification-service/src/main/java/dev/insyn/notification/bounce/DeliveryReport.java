package dev.insyn.notification.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.insyn.notification.ServerWords;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;

/// Reads delivery status notifications as RFC 3464 says they are: a `multipart/report` whose second part says of a recipient
/// that delivery failed, and with which status. Nothing else is a bounce, whatever its words are.
final class DeliveryReport {

	private static final int LARGEST = 64 * 1024;

	private static final Pattern STATUS = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");

	private DeliveryReport() {
	}

	/// @return empty if it is no report, or none of a failure
	static Optional<Bounce> read(Part message) throws MessagingException, IOException {
		if (!message.isMimeType("multipart/report") || !"delivery-status"
			.equalsIgnoreCase(new ContentType(message.getContentType()).getParameter("report-type"))) {
			return Optional.empty();
		}
		if (!(message.getContent() instanceof MimeMultipart parts) || parts.getCount() < 2
				|| !parts.getBodyPart(1).isMimeType("message/delivery-status")) {
			return Optional.empty();
		}
		List<InternetHeaders> groups = groups(parts.getBodyPart(1));
		if (groups.isEmpty() || groups.getFirst().getHeader("Reporting-MTA") == null) {
			return Optional.empty();
		}
		return groups.stream().skip(1).map(DeliveryReport::failure).flatMap(Optional::stream).findFirst();
	}

	private static Optional<Bounce> failure(InternetHeaders recipient) {
		String status = value(recipient, "Status").split("[\\s(]", 2)[0];
		if (!value(recipient, "Action").equalsIgnoreCase("failed") || !STATUS.matcher(status).matches()) {
			return Optional.empty();
		}
		return Optional.of(new Bounce(status, words(recipient)));
	}

	private static @Nullable String words(InternetHeaders recipient) {
		String said = value(recipient, "Diagnostic-Code").replaceFirst("^[A-Za-z0-9-]+\\s*;\\s*", "");
		String words = ServerWords.of(said, address(value(recipient, "Final-Recipient")));
		return (words != null) ? ServerWords.of(words, address(value(recipient, "Original-Recipient"))) : null;
	}

	private static String address(String typed) {
		return typed.substring(typed.indexOf(';') + 1).strip();
	}

	private static String value(InternetHeaders headers, String name) {
		String[] values = headers.getHeader(name);
		return (values != null) ? values[0].replaceAll("\\s+", " ").strip() : "";
	}

	/// First the message's own fields, then those of each recipient, with an empty line
	/// between.
	private static List<InternetHeaders> groups(Part status) throws MessagingException, IOException {
		List<InternetHeaders> groups = new ArrayList<>();
		try (InputStream in = status.getInputStream()) {
			String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
			for (String group : text.strip().split("\\r?\\n[ \\t]*\\r?\\n")) {
				groups.add(new InternetHeaders(
						new ByteArrayInputStream((group.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true));
			}
		}
		return groups;
	}

	/// Where a message says to whom it was delivered.
	static String recipients(Part message) throws MessagingException {
		StringBuilder all = new StringBuilder();
		for (String name : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To")) {
			String[] values = message.getHeader(name);
			if (values != null) {
				all.append(String.join(" ", values)).append(' ');
			}
		}
		return all.toString().toLowerCase(Locale.ROOT);
	}

}
