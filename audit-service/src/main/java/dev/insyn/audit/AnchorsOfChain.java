package dev.insyn.audit;

import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// The anchors that were published of a chain: at which length its last record had which MAC.
final class AnchorsOfChain {

	private final NavigableMap<Long, String> hashes = new TreeMap<>();

	private @Nullable Integer count;

	private AnchorsOfChain(@Nullable Integer count) {
		this.count = count;
	}

	static AnchorsOfChain none() {
		return new AnchorsOfChain(0);
	}

	/// The broker could not be asked.
	static AnchorsOfChain unknown() {
		return new AnchorsOfChain(null);
	}

	void add(long length, String hash) {
		this.count = (this.count != null) ? this.count + 1 : 1;
		String other = this.hashes.putIfAbsent(length, hash);
		if (other != null && !other.equals(hash)) {
			this.hashes.put(length, "");
		}
	}

	/// How many there are; null: unknown.
	@Nullable Integer count() {
		return this.count;
	}

	/// The length that the chain has at least.
	long length() {
		return this.hashes.isEmpty() ? 0 : this.hashes.lastKey();
	}

	/// Whether no anchor at this length says otherwise. Two anchors that contradict each
	/// other fit nothing.
	boolean agree(long length, String hash) {
		String anchored = this.hashes.get(length);
		return anchored == null || anchored.equals(hash);
	}

}
