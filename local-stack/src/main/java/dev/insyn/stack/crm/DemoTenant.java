package dev.insyn.stack.crm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The two companies that the demo is about: different themes, languages and countries.
public enum DemoTenant {

	NORDCYKEL("nordcykel", "Nordcykel AB", "sv", "SE", "Europe/Stockholm", "NC-", "dataskydd@nordcykel.example"),

	FJORDBOK("fjordbok", "Fjordbok AS", "nb", "NO", "Europe/Oslo", "FB-", "personvern@fjordbok.example");

	private static final int FIRST_CRM_ID = 1001;

	private static final List<String> SCOPES = List.of("links.issue", "links.read", "links.revoke", "contacts.read",
			"contacts.keys", "audit.read", "pages.read", "pages.write", "themes.read", "themes.write",
			"activities.read", "mailings.read", "mailings.send");

	private final String id;

	private final String title;

	private final String language;

	private final String country;

	private final String timeZone;

	private final String crmPrefix;

	private final String contactEmail;

	DemoTenant(String id, String title, String language, String country, String timeZone, String crmPrefix,
			String contactEmail) {
		this.id = id;
		this.title = title;
		this.language = language;
		this.country = country;
		this.timeZone = timeZone;
		this.crmPrefix = crmPrefix;
		this.contactEmail = contactEmail;
	}

	static Optional<DemoTenant> withId(String id) {
		return Stream.of(values()).filter((tenant) -> tenant.id.equals(id)).findFirst();
	}

	/// As in tokens and events.
	public String id() {
		return this.id;
	}

	/// As people say it.
	public String title() {
		return this.title;
	}

	public String language() {
		return this.language;
	}

	public String country() {
		return this.country;
	}

	public String timeZone() {
		return this.timeZone;
	}

	/// The CRM's id of its n-th contact, from 0.
	public String crmId(int number) {
		return this.crmPrefix + (FIRST_CRM_ID + number);
	}

	/// The other way round; empty if that isn't one of the demo's own.
	Optional<Integer> numberOf(String crmId) {
		return crmId.matches(this.crmPrefix + "\\d{4,9}")
				? Optional.of(Integer.parseInt(crmId.substring(this.crmPrefix.length())) - FIRST_CRM_ID)
					.filter((number) -> number >= 0)
				: Optional.empty();
	}

	/// The API client of this tenant's CRM.
	public String client() {
		return "demo-crm-" + this.id;
	}

	/// An element of `insyn.tenants`.
	public Map<String, Object> tenantSettings() {
		return Map.of("id", this.id, "name", this.title, "languages", List.of(this.language, "en"), "time-zone",
				this.timeZone, "country", this.country, "contact-email", this.contactEmail);
	}

	/// An element of `insyn.token.clients`.
	public Map<String, Object> clientSettings(String secret) {
		return Map.of("id", client(), "secret", secret, "tenant", this.id, "scopes", SCOPES);
	}

}
