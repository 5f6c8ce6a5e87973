package dev.insyn.audit;

import java.util.List;
import java.util.function.LongConsumer;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Checks a chain from its first record to its last, and that its last is the last there ever was.
@Component
class Verification {

	private final Chains chains;

	private final Heads heads;

	private final Anchors anchors;

	private final ChainKey key;

	Verification(Chains chains, Heads heads, Anchors anchors, ChainKey key) {
		this.chains = chains;
		this.heads = heads;
		this.anchors = anchors;
		this.key = key;
	}

	/// Goes through the chain in windows, so that memory stays flat however long it is.
	/// May run while the chain grows.
	Verdict verify(TenantId chain) {
		return verify(chain, (_) -> {
		});
	}

	/// @param passed is told again and again how many records were found sound so far
	Verdict verify(TenantId chain, LongConsumer passed) {
		return verify(chain, this.anchors.of(List.of(chain)).getOrDefault(chain, AnchorsOfChain.unknown()), passed);
	}

	Verdict verify(TenantId chain, AnchorsOfChain anchors) {
		return verify(chain, anchors, (_) -> {
		});
	}

	private Verdict verify(TenantId chain, AnchorsOfChain anchors, LongConsumer passed) {
		Walk walk = new Walk(this.chains, this.heads, this.key, chain, anchors);
		Finding finding = walk.toTheEnd(passed);
		return new Verdict(chain.value(), finding == null, walk.length(), walk.hash(), anchors.count(), finding);
	}

}
