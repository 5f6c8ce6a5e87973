package dev.insyn.contact.bounce;

import java.time.Instant;

/// That a contact's address took no mail, for good. Does not hold the address: what counts is whether the contact had it when
/// the mail was sent.
///
/// @param sent when the mail was
/// @param at when that was known
public record Undeliverable(Instant sent, Instant at) {
}
