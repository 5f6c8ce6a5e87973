package dev.insyn.contact.records;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes, every hour, records whose retention has ended, or whose type was removed. They are not shown from that moment
/// on; this is for what rests.
@Component
class RecordRetention {

	private static final Logger logger = LoggerFactory.getLogger(RecordRetention.class);

	private final Records records;

	private final RecordTypes types;

	private final Tenants tenants;

	RecordRetention(Records records, RecordTypes types, Tenants tenants) {
		this.records = records;
		this.types = types;
		this.tenants = tenants;
	}

	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
	void enforce() {
		this.tenants.all().stream().map(Tenant::id).forEach(this::enforce);
	}

	private void enforce(TenantId tenant) {
		for (RecordType type : this.types.of(tenant)) {
			int purged = this.records.purge(tenant, type);
			if (purged > 0) {
				logger.info("Old {} of {} owner(s) of {} removed", type.key(), purged, tenant);
			}
		}
		this.types.removed(tenant).forEach((type) -> this.records.removeAll(tenant, type));
	}

}
