package dev.insyn.audit;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Looks records up, newest first.
@Component
class ReadingRecords {

	private final Chains chains;

	ReadingRecords(Chains chains) {
		this.chains = chains;
	}

	/// @param contact null: everything
	/// @param before a record's number, itself not included; null: from the newest
	List<AuditRecord> newest(TenantId chain, @Nullable String contact, @Nullable Long before, int limit) {
		List<Criteria> all = new ArrayList<>();
		if (contact != null) {
			all.add(new Criteria().orOperator(about(chain, contact)));
		}
		if (before != null) {
			all.add(Criteria.where("seq").lt(before));
		}
		return this.chains.newest(chain, all.isEmpty() ? new Criteria() : new Criteria().andOperator(all), limit);
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

}
