package dev.insyn.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.Readinesses;
import tools.jackson.databind.json.JsonMapper;

/// The six services as programs: their command lines and their whole configuration.
final class ServicePrograms {

	private static final List<String> JVM = List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC",
			"-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

	/// `INSYN_AOT=off` starts without the JVM's start cache.
	private static final String START_CACHE = "INSYN_AOT";

	private static final int RANK = 2;

	private static final int GATEWAY_RANK = 3;

	private final Ports ports;

	private final Secrets secrets;

	private final Path applications;

	private final Path logs;

	private final HttpClient http;

	private final JsonMapper json = JsonMapper.shared();

	ServicePrograms(Ports ports, Secrets secrets, Path applications, Path logs, HttpClient http) {
		this.ports = ports;
		this.secrets = secrets;
		this.applications = applications;
		this.logs = logs;
		this.http = http;
	}

	Collection<Program> all() {
		return Stream
			.of(service("landing-page-service", Listener.LANDING_PAGE, database("landing_pages")),
					service("contact-service", Listener.CONTACT, contactSettings()),
					service("token-service", Listener.TOKEN, tokenSettings()),
					service("notification-service", Listener.NOTIFICATION, notificationSettings()),
					service("audit-service", Listener.AUDIT, auditSettings()), gateway())
			.filter((program) -> new Application(this.applications, program.name()).exists())
			.toList();
	}

	private Map<String, Object> contactSettings() {
		Map<String, Object> settings = database("contacts");
		settings.put("insyn.contact.keys.mongodb-uri", mongo("contact_keys"));
		settings.put("insyn.security.master-key", this.secrets.masterKey());
		return settings;
	}

	private Map<String, Object> tokenSettings() {
		Map<String, Object> settings = database("tokens");
		settings.put("insyn.security.master-key", this.secrets.masterKey());
		List<Map<String, Object>> clients = new ArrayList<>();
		clients.add(serviceClient("landing-page-service", "contacts.deliver", "contacts.read", "users.read"));
		clients.add(serviceClient("notification-service", "contacts.read", "contacts.email-changes", "contacts.mailing",
				"contacts.object", "segments.read", "users.read", "access-codes.read", "links.issue"));
		clients.add(serviceClient("contact-service"));
		for (DemoTenant tenant : DemoTenant.values()) {
			clients.add(tenant.clientSettings(this.secrets.ofClient(tenant.client())));
		}
		settings.put("insyn.token.clients", clients);
		settings.put("insyn.token.portal.remember-devices-for",
				Stream.of(DemoTenant.values()).map(DemoTenant::id).toList());
		settings.put("insyn.token.users", DemoUser.all(this.secrets).stream().map(DemoUser::settings).toList());
		return settings;
	}

	private Map<String, Object> notificationSettings() {
		Map<String, Object> settings = database("notifications");
		settings.put("insyn.security.master-key", this.secrets.masterKey());
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", this.ports.of(Listener.SMTP));
		settings.put("insyn.security.master-key", this.secrets.masterKey());
		return settings;
	}

	private Map<String, Object> auditSettings() {
		Map<String, Object> settings = database("audit");
		settings.put("insyn.security.master-key", this.secrets.masterKey());
		return settings;
	}

	private Program gateway() {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("management.server.port", this.ports.of(Listener.GATEWAY_MANAGEMENT));
		settings.put("management.server.address", "127.0.0.1");
		return program("gateway", Listener.GATEWAY, Listener.GATEWAY_MANAGEMENT, GATEWAY_RANK, settings);
	}

	private Program service(String name, Listener listener, Map<String, Object> settings) {
		return program(name, listener, listener, RANK, settings);
	}

	private Program program(String name, Listener listener, Listener health, int rank, Map<String, Object> own) {
		Map<String, Object> settings = new LinkedHashMap<>(common(name));
		settings.put("server.port", this.ports.of(listener));
		settings.putAll(own);
		Map<String, String> environment = new HashMap<>(ownSettingsOfTheUser());
		environment.put("SPRING_APPLICATION_JSON", this.json.writeValueAsString(settings));
		return new Program(name, rank, this.ports.of(listener), command(name), environment,
				this.logs.resolve(name + ".log"),
				Readinesses.answering(this.http, this.ports.of(health), "/actuator/health/readiness"));
	}

	private Map<String, Object> common(String name) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("server.address", "127.0.0.1");
		settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + this.ports.of(Listener.BROKER));
		settings.put("insyn.public-url", publicUrl());
		settings.put("insyn.services.landing-page", local(Listener.LANDING_PAGE));
		settings.put("insyn.services.contact", local(Listener.CONTACT));
		settings.put("insyn.services.token", local(Listener.TOKEN));
		settings.put("insyn.services.notification", local(Listener.NOTIFICATION));
		settings.put("insyn.services.audit", local(Listener.AUDIT));
		settings.put("insyn.security.client-id", name);
		settings.put("insyn.security.client-secret", this.secrets.ofClient(name));
		settings.put("insyn.tenants", Stream.of(DemoTenant.values()).map(DemoTenant::tenantSettings).toList());
		return settings;
	}

	/// `INSYN_…` variables reach the services, below the settings that the stack needs to
	/// fit together.
	private static Map<String, String> ownSettingsOfTheUser() {
		Map<String, String> settings = new HashMap<>(System.getenv());
		settings.keySet().removeIf((name) -> !name.startsWith("INSYN_") || name.equals(START_CACHE));
		return settings;
	}

	/// The gateway's address as browsers see it.
	String publicUrl() {
		return "http://localhost:" + this.ports.of(Listener.GATEWAY);
	}

	private List<String> command(String name) {
		Application application = new Application(this.applications, name);
		return application.command(JVM, (application.isTrained() && usesStartCache())
				? List.of("-XX:AOTCache=" + application.cache()) : List.of());
	}

	/// The same program with the same settings, which ends where it would begin to need
	/// others, and leaves behind what
	/// the next start need not do again.
	Program training(Program program) {
		Application application = new Application(this.applications, program.name());
		List<String> command = application.command(JVM,
				List.of("-XX:AOTCacheOutput=" + application.cache(), "-Dspring.context.exit=onRefresh"));
		return new Program(program.name(), 0, 0, command, program.environment(),
				application.home().resolve("training.log"), () -> true);
	}

	static boolean usesStartCache() {
		return !"off".equals(System.getenv(START_CACHE));
	}

	/// What a trained cache depends on besides the program itself.
	static String trainedWith() {
		return Runtime.version() + " " + JVM;
	}

	private Map<String, Object> database(String name) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("spring.mongodb.uri", mongo(name));
		return settings;
	}

	private String mongo(String name) {
		return "mongodb://127.0.0.1:" + this.ports.of(Listener.DATABASE) + "/" + name;
	}

	private String local(Listener listener) {
		return "http://127.0.0.1:" + this.ports.of(listener);
	}

	private Map<String, Object> serviceClient(String name, String... scopes) {
		return Map.of("id", name, "secret", this.secrets.ofClient(name), "scopes", List.of(scopes));
	}

}
