package dev.insyn.contact.crm;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.test.context.TestComponent;

/// Tells tests which id a CRM's record gets.
@TestComponent
public class CrmIdsForTests {

	private final ContactIds ids;

	CrmIdsForTests(ContactIds ids) {
		this.ids = ids;
	}

	public String of(String tenant, String source, String crmId) {
		return this.ids.of(new TenantId(tenant), source, crmId).value();
	}

}
