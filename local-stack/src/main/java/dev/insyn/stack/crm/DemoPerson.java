package dev.insyn.stack.crm;

import java.util.LinkedHashMap;
import java.util.Map;

/// An invented contact as its CRM holds it.
///
/// @param organisation the id of the company it belongs to
/// @param organisationName what people call that company
/// @param values field key to value
public record DemoPerson(DemoTenant tenant, int number, String organisation, String organisationName,
		Map<String, Object> values) {

	/// What the CRM tells of it, sealed: its values, and what its company is called.
	public Map<String, Object> told() {
		Map<String, Object> told = new LinkedHashMap<>(this.values);
		told.put("@organisation", this.organisationName);
		return told;
	}

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
