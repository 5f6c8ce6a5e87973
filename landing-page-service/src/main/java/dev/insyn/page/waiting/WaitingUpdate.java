package dev.insyn.page.waiting;

import java.time.Instant;
import java.util.List;

/// An update that was accepted while contact-service was away. Its values are sealed to contact-service's public key, so
/// this service itself cannot read them again.
///
/// @param key the idempotency key under which it is delivered, however often
/// @param sealed JWE in compact form
/// @param fields the keys of what it changes
record WaitingUpdate(String key, String page, String link, Instant receivedAt, String sealed, List<String> fields) {

}
