package dev.insyn.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Looks records up, newest first. A record's number is its id and follows the time, so a time is found by halving,
/// however long the chain is.
@Component
class ReadingRecords {

	private final Chains chains;

	ReadingRecords(Chains chains) {
		this.chains = chains;
	}

	/// @param before a record's number, itself not included; null: from the newest
	List<AuditRecord> find(TenantId chain, RecordSearch search, @Nullable Long before, int limit) {
		long end = this.chains.length(chain);
		long first = (search.from() != null) ? firstSince(chain, end, search.from()) : 1;
		long last = (search.until() != null) ? firstSince(chain, end, search.until()) - 1 : end;
		long open = (before != null) ? Math.min(last, before - 1) : last;
		Criteria wanted = search.narrow(Criteria.where("seq").gte(first).lte(open));
		if (search.contact() != null) {
			wanted = wanted.orOperator(about(chain, search.contact()));
		}
		return this.chains.newest(chain, wanted, limit);
	}

	/// What a CRM told before Insyn knew the contact names it by the CRM's id, which a
	/// record of the contact gives away.
	private List<Criteria> about(TenantId chain, String contact) {
		List<Criteria> any = new ArrayList<>(List.of(Criteria.where("event.contact").is(contact)));
		Criteria telling = Criteria.where("event.contact").is(contact).and("event.crmContact").exists(true);
		this.chains.newest(chain, telling, 1).forEach((record) -> {
			any.add(Criteria.where("event.crmContact").is(record.event().crmContact()));
		});
		return any;
	}

	/// The number of the first record that was recorded then or later; one more than the
	/// last if there is none.
	private long firstSince(TenantId chain, long end, Instant time) {
		long low = 1;
		long high = end + 1;
		while (low < high) {
			long middle = low + (high - low) / 2;
			boolean earlier = Examination.read(this.chains, chain, middle)
				.map(Stored::state)
				.filter((record) -> record.recordedAt().isBefore(time))
				.isPresent();
			if (earlier) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
