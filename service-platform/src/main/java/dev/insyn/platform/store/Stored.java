package dev.insyn.platform.store;

import dev.insyn.platform.tenancy.TenantId;

/// A document as it was read or written.
///
/// @param version 1 when inserted, one more with each write
public record Stored<T>(TenantId tenant, String id, long version, T state) {
}
