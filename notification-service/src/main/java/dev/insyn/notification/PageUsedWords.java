package dev.insyn.notification;

import java.util.List;

/// Every word of the mail, in the order in which it stands there: what both halves, HTML and plain text, are made of.
///
/// @param fields labels; empty if the contact changed nothing that it could see
/// @param link where the button leads; empty for a mail without one
public record PageUsedWords(String language, String tenant, String heading, String intro, String fieldsHeading,
		List<String> fields, String noFields, String noValues, String button, String link, String why) {
}
