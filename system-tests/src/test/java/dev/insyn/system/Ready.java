package dev.insyn.system;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/// What `.insyn/ready.json` promises to whoever drives a started stack.
@JsonIgnoreProperties(ignoreUnknown = true)
record Ready(String gateway, String mail, String kafka, List<Link> links, Client apiClient, List<Client> apiClients,
		List<Service> services, List<User> users) {

	List<Link> linksOf(String tenant) {
		return this.links.stream().filter((link) -> link.tenant().equals(tenant)).toList();
	}

	Client clientOf(String tenant) {
		return this.apiClients.stream()
			.filter((client) -> client.clientId().endsWith(tenant))
			.findFirst()
			.orElseThrow(() -> new AssertionError("ready.json names no API client of " + tenant));
	}

	/// The tenant's user with this permission level.
	User user(String tenant, int level) {
		return this.users.stream()
			.filter((user) -> user.tenant().equals(tenant) && user.level() == level)
			.findFirst()
			.orElseThrow(() -> new AssertionError("ready.json names no user of " + tenant + " with level " + level));
	}

	Service service(String name) {
		return this.services.stream()
			.filter((service) -> service.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("ready.json names no " + name));
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Link(String tenant, String contactId, String name, String email, String page, String url) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Client(String clientId, String clientSecret, String tokenUrl) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Service(String name, int port, long pid) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record User(String tenant, String email, String password, int level) {

		@Override
		public String toString() {
			return "User[" + this.tenant + ", " + this.level + "]";
		}

	}

}
