package dev.insyn.token.freshlink;

import java.time.Instant;

import dev.insyn.platform.sealing.SealedValue;

/// A wish that nobody has looked at yet, sealed: what somebody typed is as personal when it belongs to nobody.
///
/// @param due when it may be looked at; while an instance does, when another may take it over
record WaitingWish(String tenant, SealedValue wish, Instant asked, Instant due) {

	WaitingWish dueAt(Instant later) {
		return new WaitingWish(this.tenant, this.wish, this.asked, later);
	}

}
