package dev.insyn.notification.bounce;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads the mailbox that mails come back to, over IMAP. What it has told is marked as seen, so that it is not told again; if it
/// dies in between it is, which changes nothing. Several instances may read it.
@Component
@ConditionalOnProperty("insyn.notification.bounces.imap.host")
class BounceMailbox {

	private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

	private static final int AT_ONCE = 200;

	private static final int LARGEST = 1024 * 1024;

	private static final String PATIENCE = "20000";

	private final BounceSettings.Imap imap;

	private final BounceAddresses addresses;

	private final HearingBounces hearing;

	BounceMailbox(BounceSettings settings, BounceAddresses addresses, HearingBounces hearing) {
		this.imap = Objects.requireNonNull(settings.imap());
		this.addresses = addresses;
		this.hearing = hearing;
	}

	@Scheduled(initialDelayString = "${insyn.notification.bounces.poll:PT1M}",
			fixedDelayString = "${insyn.notification.bounces.poll:PT1M}")
	void everySoOften() {
		try {
			int read = AT_ONCE;
			while (read == AT_ONCE) {
				read = read();
			}
		}
		catch (MessagingException | RuntimeException away) {
			log.warn("The bounces' mailbox could not be read: {}", away.getClass().getName());
		}
	}

	/// @return how many messages there were, at most so many as are read at once
	int read() throws MessagingException {
		try (Store store = connect(); Folder folder = store.getFolder(this.imap.folder())) {
			folder.open(Folder.READ_WRITE);
			Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
			Message[] some = Arrays.copyOf(unseen, Math.min(unseen.length, AT_ONCE));
			FetchProfile profile = new FetchProfile();
			profile.add(FetchProfile.Item.ENVELOPE);
			profile.add(FetchProfile.Item.CONTENT_INFO);
			profile.add("Delivered-To");
			folder.fetch(some, profile);
			for (Message message : some) {
				tell(message);
				message.setFlag(Flags.Flag.SEEN, true);
			}
			return some.length;
		}
	}

	/// Only of mails that this service sent, as their address proves.
	private void tell(Message message) throws MessagingException {
		Optional<BounceAddresses.Mail> mail = this.addresses.read(DeliveryReport.recipients(message));
		if (mail.isPresent() && message.getSize() <= LARGEST) {
			report(message).ifPresent((bounce) -> this.hearing.cameBack(mail.get().tenant(), mail.get().id(), bounce));
		}
	}

	private static Optional<Bounce> report(Message message) {
		try {
			return DeliveryReport.read(message);
		}
		catch (MessagingException | IOException misshapen) {
			return Optional.empty();
		}
	}

	private Store connect() throws MessagingException {
		String protocol = (this.imap.security() == BounceSettings.Security.TLS) ? "imaps" : "imap";
		Properties properties = new Properties();
		for (String name : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			properties.setProperty("mail." + protocol + "." + name, PATIENCE);
		}
		properties.setProperty("mail." + protocol + ".peek", "true");
		properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
		if (this.imap.security() == BounceSettings.Security.STARTTLS) {
			properties.setProperty("mail.imap.starttls.enable", "true");
			properties.setProperty("mail.imap.starttls.required", "true");
		}
		Store store = Session.getInstance(properties).getStore(protocol);
		store.connect(this.imap.host(), this.imap.port(), this.imap.username(), this.imap.password());
		return store;
	}

}
