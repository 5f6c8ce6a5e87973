package dev.insyn.token.signing;

import java.time.Instant;

import dev.insyn.platform.tenancy.TenantId;

/// A contact's visit to its page, from opening the link on.
///
/// @param link the link's id
/// @param id the same in every token of this session
/// @param began when the link was opened
public record ContactSession(TenantId tenant, String contact, String page, String link, String id, Instant began) {
}
