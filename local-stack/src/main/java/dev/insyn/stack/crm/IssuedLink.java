package dev.insyn.stack.crm;

/// A contact's own link, as it would stand in a mail to it.
public record IssuedLink(String tenant, String contactId, String name, String email, String page, String url) {
}
