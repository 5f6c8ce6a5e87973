package dev.insyn.token.signing;

import java.time.Instant;

import dev.insyn.platform.tenancy.TenantId;

/// What an access token of a user, that may have ended, says of the session it belongs to.
///
/// @param session its id
/// @param began when the user signed in
public record UserVisit(TenantId tenant, String user, String session, Instant began) {
}
