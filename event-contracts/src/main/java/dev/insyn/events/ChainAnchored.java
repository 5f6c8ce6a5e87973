package dev.insyn.events;

import java.time.Instant;

/// The head of an audit chain at a moment, published so that a chain cut short or rewritten later is found.
///
/// @param chain the tenant
/// @param length number of records; the last one's sequence number
/// @param hash the last record's MAC, base64url
public record ChainAnchored(String chain, long length, String hash, Instant at) {

	public static final String TOPIC = Topics.AUDIT;

	public static final String TYPE = "audit.chain-anchored.v1";

}
