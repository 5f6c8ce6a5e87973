package dev.insyn.notification;

import org.jspecify.annotations.Nullable;

/// What a mail says.
///
/// @param subject one line
/// @param html for mail programs that show it
/// @param text the same in plain text
/// @param image that the HTML shows; null for none
public record MailContent(String subject, String html, String text, @Nullable InlineImage image) {

	public MailContent(String subject, String html, String text) {
		this(subject, html, text, null);
	}

	/// The HTML as it is looked at outside of a mail.
	public String page() {
		return (this.image != null) ? this.image.into(this.html) : this.html;
	}

}
