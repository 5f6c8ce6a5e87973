package dev.insyn.platform.store;

/// What became of an effect that may be asked for more than once.
///
/// @param alreadyApplied true if it had been applied before and nothing was changed now
public record Applied<T>(Stored<T> stored, boolean alreadyApplied) {
}
