package dev.insyn.notification.template;

import java.util.List;

import dev.insyn.notification.MailHead;
import gg.jte.Content;

/// A mail as its HTML is drawn.
///
/// @param head what stands on top
/// @param body HTML
/// @param foot who sent it and why, one sentence each
/// @param stop where the reader objects to more of it; empty where that can't be
public record MailFrame(String language, MailHead head, String subject, String preheader, Content body,
		List<String> foot, String stop, String stopLabel) {

	@Override
	public String toString() {
		return "MailFrame[]";
	}

}
