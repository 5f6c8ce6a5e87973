package dev.insyn.page.waiting;

import java.time.Instant;
import java.util.List;

/// An update that was received and in the end refused.
///
/// @param fields the keys of what it would have changed
public record Undelivered(String page, Instant receivedAt, String reason, List<String> fields) {

}
