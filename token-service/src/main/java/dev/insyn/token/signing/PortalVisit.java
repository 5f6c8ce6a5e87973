package dev.insyn.token.signing;

import java.time.Instant;

import dev.insyn.platform.tenancy.TenantId;

/// What an access token of the portal says, also one that has ended a while ago.
///
/// @param session the id of the sign-in
/// @param began when the contact signed in
public record PortalVisit(TenantId tenant, String contact, String session, Instant began) {
}
