package dev.insyn.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.insyn.stack.crm.DemoTenant;

/// Someone at one of the demo's companies who signs in to the console.
///
/// @param level permission level: 99 configures, 50 sends, 10 reads
record DemoUser(String tenant, String email, String name, int level, String password) {

	static List<DemoUser> all(Secrets secrets) {
		return Stream.of(user(DemoTenant.NORDCYKEL, "karin", "Karin Åberg", 99),
				user(DemoTenant.NORDCYKEL, "johan", "Johan Ek", 50),
				user(DemoTenant.NORDCYKEL, "maja", "Maja Holm", 10),
				user(DemoTenant.FJORDBOK, "ingrid", "Ingrid Solberg", 99),
				user(DemoTenant.FJORDBOK, "ola", "Ola Bakken", 50), user(DemoTenant.FJORDBOK, "nils", "Nils Moen", 10))
			.map((user) -> user.with(secrets.ofUser(user.email())))
			.toList();
	}

	private static DemoUser user(DemoTenant tenant, String mailbox, String name, int level) {
		return new DemoUser(tenant.id(), mailbox + "@" + tenant.id() + ".example", name, level, "");
	}

	private DemoUser with(String secret) {
		return new DemoUser(this.tenant, this.email, this.name, this.level, secret);
	}

	/// An element of `insyn.token.users`.
	Map<String, Object> settings() {
		return Map.of("tenant", this.tenant, "email", this.email, "name", this.name, "level", this.level, "password",
				this.password);
	}

	@Override
	public String toString() {
		return "DemoUser[" + this.email + "]";
	}

}
