package dev.insyn.notification;

import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailSendException;

/// Reads from the mail library's chains of exceptions whether trying again may help (RFC 5321 4.2.1: 4yz yes, 5yz no).
final class SmtpFailure {

	private static final int TEMPORARY = 400;

	private static final int CLOSING = 421;

	private static final int PERMANENT = 500;

	private SmtpFailure() {
	}

	/// @param parcel what was to be delivered
	static NotDelivered read(Throwable failure, Parcel parcel) {
		NotDelivered verdict = NotDelivered.forNow("mail-server-away");
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>();
		open.add(failure);
		while (!open.isEmpty()) {
			Throwable next = open.poll();
			if (seen.add(next)) {
				NotDelivered said = verdict(next, parcel.to().getAddress());
				if (said != null && said.isPermanent()) {
					return said;
				}
				verdict = (said != null) ? said : verdict;
				causes(next, open);
			}
		}
		return (parcel.isHandedOver() && verdict.isTheServers()) ? verdict.orPerhapsDelivered() : verdict;
	}

	/// A refused sender or login is a fault of this installation: the mail waits until
	/// someone has mended it.
	private static @Nullable NotDelivered verdict(Throwable failure, String recipient) {
		return switch (failure) {
			case SMTPAddressFailedException refused ->
				said(refused.getReturnCode(), "recipient").saying(ServerWords.of(refused.getMessage(), recipient));
			case SMTPSenderFailedException refused -> NotDelivered.forNow("sender-refused");
			case SMTPSendFailedException refused when isOfSender(refused) -> NotDelivered.forNow("sender-refused");
			case SMTPSendFailedException refused ->
				said(refused.getReturnCode(), "message").saying(ServerWords.of(refused.getMessage(), recipient));
			case AuthenticationFailedException refused -> NotDelivered.forNow("login-refused");
			case SocketTimeoutException slow -> NotDelivered.forNow("mail-server-slow");
			default -> null;
		};
	}

	private static boolean isOfSender(SMTPSendFailedException refused) {
		return refused.getCommand() != null && refused.getCommand().startsWith("MAIL");
	}

	/// Without a code the connection broke; 421 is a server that closes.
	private static NotDelivered said(int code, String what) {
		if (code < TEMPORARY || code == CLOSING) {
			return NotDelivered.forNow("mail-server-away");
		}
		return (code >= PERMANENT) ? NotDelivered.forGood(what + "-refused") : NotDelivered.forNow(what + "-deferred");
	}

	private static void causes(Throwable failure, Deque<Throwable> open) {
		if (failure.getCause() != null) {
			open.add(failure.getCause());
		}
		if (failure instanceof MessagingException chained && chained.getNextException() != null) {
			open.add(chained.getNextException());
		}
		if (failure instanceof MailSendException several) {
			Collections.addAll(open, several.getMessageExceptions());
		}
	}

}
