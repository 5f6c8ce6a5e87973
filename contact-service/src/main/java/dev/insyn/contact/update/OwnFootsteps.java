package dev.insyn.contact.update;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.contact.FieldChange;
import dev.insyn.contact.FieldValue;
import dev.insyn.contact.OpenContact;
import dev.insyn.contact.OwnDataUpdate;
import dev.insyn.contact.Receipt;

/// What the contact's own earlier updates left, which waited in the same outage: made by the contact itself, they stand in
/// no conflict with what it wanted next. What somebody else changed since then does.
///
/// @param earlier names of those updates
record OwnFootsteps(OpenContact open, List<IdempotencyKey> earlier) {

	/// The update, with fields taken as seen whose latest change is exactly one of those.
	OwnDataUpdate seenBy(OwnDataUpdate update) {
		Map<String, Long> seen = new HashMap<>();
		this.earlier.stream()
			.map((key) -> this.open.receipt(key.effectId()))
			.flatMap(Optional::stream)
			.forEach((receipt) -> receipt.changed().forEach((change) -> add(seen, change, receipt)));
		return update.having(seen);
	}

	private void add(Map<String, Long> seen, FieldChange change, Receipt receipt) {
		FieldValue held = this.open.contact().fields().get(change.field());
		if (held != null && held.version() == receipt.version()) {
			seen.put(change.field(), held.shownVersion());
		}
	}

}
