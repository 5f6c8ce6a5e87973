package dev.insyn.contact.crm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.insyn.contact.CrmReference;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.beans.factory.BeanFactory;

/// Gives the service contacts as they come out of `insyn.crm`, opened.
public final class CrmImport {

	private final HearingFromCrm hearing;

	public CrmImport(BeanFactory service) {
		this.hearing = service.getBean(HearingFromCrm.class);
	}

	public void upserted(String tenant, String crmId, String organisation, Map<String, Object> values) {
		this.hearing.upserted(new TenantId(tenant),
				new CrmReference("webcrm", crmId, 1, Instant.now().minusSeconds(3600)), organisation,
				new LinkedHashMap<>(values), UUID.randomUUID().toString());
	}

}
