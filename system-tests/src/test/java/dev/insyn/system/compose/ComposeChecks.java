package dev.insyn.system.compose;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is wrong with a compose file, in words that name the service and the variable.
final class ComposeChecks {

	private final ComposeFile file;

	private final Map<String, KnownProperties> properties;

	private final List<String> findings = new ArrayList<>();

	private ComposeChecks(ComposeFile file, Map<String, KnownProperties> properties) {
		this.file = file;
		this.properties = properties;
	}

	static List<String> of(ComposeFile file, Map<String, KnownProperties> properties) {
		ComposeChecks checks = new ComposeChecks(file, properties);
		file.unset().forEach((name) -> checks.findings.add(".env.example does not name " + name));
		file.undemanded().forEach((name) -> checks.findings.add(name + " is not demanded with ${…:?…}"));
		file.own().forEach(checks::check);
		checks.checkClients();
		checks.checkLogins();
		checks.checkIssuers();
		return checks.findings;
	}

	private void check(ComposeService service) {
		KnownProperties known = this.properties.get(service.name());
		if (known == null) {
			find(service, "has no jar");
			return;
		}
		service.environment()
			.keySet()
			.stream()
			.filter((variable) -> !known.knows(variable))
			.forEach((variable) -> find(service, variable + " binds to nothing"));
		known.defaults()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains("//localhost") || entry.getValue().contains("localhost:")
					|| entry.getValue().equals("localhost"))
			.filter((entry) -> !service.environment().containsKey(entry.getKey()))
			.forEach((entry) -> find(service, entry.getKey() + " is missing; " + entry.getValue() + " is not here"));
		checkPorts(service, known);
		service.environment().forEach((variable, value) -> checkAddress(service, variable, value));
	}

	private void checkPorts(ComposeService service, KnownProperties known) {
		String port = port(service, known, "SERVER_PORT");
		String health = service.environment()
			.getOrDefault("MANAGEMENT_SERVER_PORT", known.defaults().getOrDefault("MANAGEMENT_SERVER_PORT", port));
		if (!service.healthPort().equals(health)) {
			find(service, "is asked for its health on " + service.healthPort() + " but answers on " + health);
		}
		if (!health.equals(String.valueOf(service.buildArguments().get("PORT")))) {
			find(service, "is built with PORT " + service.buildArguments().get("PORT") + " but answers on " + health);
		}
		for (String published : service.publishedPorts()) {
			if (!published.startsWith("127.0.0.1:")) {
				find(service, "publishes " + published + " to more than this machine");
			}
			if (!published.endsWith(":" + port)) {
				find(service, "publishes " + published + " but listens on " + port);
			}
		}
	}

	/// A host named in a value must be a service here that can be reached, listens there
	/// and is waited for.
	private void checkAddress(ComposeService service, String variable, String value) {
		URI address = value.matches("[a-z]+://.+") ? URI.create(value)
				: URI.create(value.matches("[a-z-]+:\\d+") ? "tcp://" + value : "none");
		if (variable.equals("SPRING_MAIL_HOST")) {
			address = URI.create("smtp://" + value + ":" + service.environment().get("SPRING_MAIL_PORT"));
		}
		if (address.getHost() == null || variable.equals("INSYN_PUBLICURL") || variable.endsWith("_ISSUER")) {
			return;
		}
		ComposeService target = this.file.services().get(address.getHost());
		if (target == null) {
			find(service, variable + " names the unknown host " + address.getHost());
			return;
		}
		if (target != service && !service.reaches(target)) {
			find(service, variable + " names " + target.name() + ", which is on no common network");
		}
		if (!ports(target).contains(address.getPort())) {
			find(service, variable + " names port " + address.getPort() + " of " + target.name() + ", which listens on "
					+ ports(target));
		}
		if (!target.isBuiltHere() && !waitsFor(service, target)) {
			find(service, "does not wait for " + target.name());
		}
	}

	private List<Integer> ports(ComposeService target) {
		return switch (target.name()) {
			case "mongo" -> List.of(27017);
			case "mail" -> List.of(1025);
			case "keycloak" -> List.of(8080);
			case "kafka" -> List.of(URI.create(target.environment().get("KAFKA_ADVERTISED_LISTENERS")).getPort());
			default -> List.of(Integer.parseInt(port(target, this.properties.get(target.name()), "SERVER_PORT")));
		};
	}

	private static String port(ComposeService service, KnownProperties known, String variable) {
		return service.environment().getOrDefault(variable, known.defaults().getOrDefault(variable, "8080"));
	}

	private boolean waitsFor(ComposeService service, ComposeService target) {
		return service.needs().containsKey(target.name()) || service.needs()
			.keySet()
			.stream()
			.map(this.file.services()::get)
			.anyMatch((needed) -> needed != null && !needed.isBuiltHere() && needed.needs().containsKey(target.name()));
	}

	/// A service that token-service knows as a client must have that client's secret.
	private void checkClients() {
		Map<String, String> clients = new TreeMap<>();
		Map<String, String> tokens = this.file.services().get("token-service").environment();
		tokens.forEach((variable, value) -> {
			if (variable.matches("INSYN_TOKEN_CLIENTS_\\d+_ID")) {
				clients.put(value, tokens.getOrDefault(variable.replaceAll("ID$", "SECRET"), ""));
			}
		});
		for (ComposeService service : this.file.own()) {
			String own = service.environment().get("INSYN_SECURITY_CLIENTSECRET");
			String known = clients.get(service.name());
			if (known != null && !known.equals(own)) {
				find(service, "INSYN_SECURITY_CLIENTSECRET is missing or not the one that token-service knows");
			}
			else if (own != null && known == null) {
				find(service, "has a client secret but token-service knows no such client");
			}
		}
	}

	/// A provider that runs here calls itself by the address that browsers know, which
	/// must be published.
	private void checkIssuers() {
		ComposeService keycloak = this.file.services().get("keycloak");
		String browsers = keycloak.environment().getOrDefault("KC_HOSTNAME", "");
		for (ComposeService service : this.file.own()) {
			service.environment().forEach((variable, value) -> {
				if (variable.endsWith("_ISSUER") && !value.startsWith(browsers + "/realms/")) {
					find(service, variable + " is not what keycloak calls itself");
				}
			});
		}
		if (!keycloak.publishedPorts().contains("127.0.0.1:" + URI.create(browsers).getPort() + ":8080")) {
			find(keycloak, "is not published as " + browsers);
		}
	}

	/// Each database has the login that mongo-setup makes for it, and no two services
	/// share one.
	private void checkLogins() {
		Map<String, String> users = new TreeMap<>();
		Map<String, String> made = this.file.services().get("mongo-setup").environment();
		for (ComposeService service : this.file.own()) {
			service.environment().values().stream().filter((value) -> value.startsWith("mongodb://")).forEach((uri) -> {
				String[] login = URI.create(uri).getUserInfo().split(":", 2);
				if (!login[1].equals(made.get(login[0].toUpperCase(java.util.Locale.ROOT) + "_DB_PASSWORD"))) {
					find(service, "logs in as " + login[0] + " with a password that mongo-setup does not set");
				}
				if (!URI.create(uri).getPath().equals("/" + login[0])) {
					find(service, "uses a database that is not its login's");
				}
				if (users.put(login[0], service.name()) != null) {
					find(service, "shares the login " + login[0] + " with another service");
				}
			});
		}
	}

	private void find(ComposeService service, String finding) {
		this.findings.add(service.name() + " " + finding);
	}

}
