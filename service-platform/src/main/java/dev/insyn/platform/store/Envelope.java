package dev.insyn.platform.store;

/// What the platform keeps in a document beside the state. A state's properties never begin with `_`.
final class Envelope {

	static final String ID = "_id";

	static final String TENANT = "_tenant";

	static final String VERSION = "_version";

	/// Effects that were applied, the last 100.
	static final String APPLIED = "_applied";

	/// Events that the broker has not confirmed yet, in order.
	static final String PENDING = "_pending";

	/// Since when there are any; the field by which the sweep finds them.
	static final String PENDING_SINCE = "_pendingSince";

	/// Who sends them at the moment: `{token, until}`.
	static final String LEASE = "_lease";

	static final String LEASE_TOKEN = LEASE + ".token";

	/// The bundle with which it came. Until that is out, its own events wait.
	static final String BUNDLE = "_bundle";

	/// Deleted as soon as its events are out.
	static final String DELETED = "_deleted";

	private Envelope() {
	}

	static boolean isState(String field) {
		return !field.startsWith("_");
	}

}
