package dev.insyn.notification;

/// What a mail says.
///
/// @param subject one line
/// @param html for mail programs that show it
/// @param text the same in plain text
public record MailContent(String subject, String html, String text) {
}
