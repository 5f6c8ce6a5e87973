package dev.insyn.audit;

import org.jspecify.annotations.Nullable;

/// What a verification came to.
///
/// @param length how many records follow on each other soundly from the first
/// @param hash the MAC of the last sound one
/// @param anchors with how many published anchors the chain was compared; null: the broker could not be asked, so that a
/// chain that was rolled back together with its head would not have been noticed
/// @param finding null if nothing is wrong
record Verdict(String chain, boolean intact, long length, String hash, @Nullable Integer anchors,
		@Nullable Finding finding) {
}
