package dev.insyn.stack.crm;

import java.util.Map;

/// An invented contact as its CRM holds it.
///
/// @param organisation the id of the company it belongs to
/// @param values field key to value
public record DemoPerson(DemoTenant tenant, int number, String organisation, Map<String, Object> values) {

	public String crmId() {
		return this.tenant.crmId(this.number);
	}

	public String name() {
		return this.values.get("first-name") + " " + this.values.get("last-name");
	}

	public String email() {
		return String.valueOf(this.values.get("email"));
	}

}
