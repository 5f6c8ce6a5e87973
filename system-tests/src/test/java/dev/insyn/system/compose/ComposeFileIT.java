package dev.insyn.system.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// docker-compose.yml against the packaged services: a variable that binds to nothing, a missing one or a wrong port fails
/// the build, on machines without a Docker engine too.
class ComposeFileIT {

	private static final Path ROOT = Path.of(System.getProperty("insyn.root", "..")).toAbsolutePath().normalize();

	@TempDir
	private static Path folder;

	private static final Map<String, ServiceProgram> programs = new TreeMap<>();

	private static final Map<String, KnownProperties> properties = new TreeMap<>();

	private static Map<String, String> variables = Map.of();

	private static String yaml = "";

	@BeforeAll
	static void unpack() throws Exception {
		yaml = Files.readString(ROOT.resolve("docker-compose.yml"));
		variables = secrets();
		for (String service : List.of("gateway", "landing-page-service", "contact-service", "token-service",
				"notification-service", "audit-service")) {
			ServiceProgram program = ServiceProgram.unpack(ROOT, service, folder);
			programs.put(service, program);
			properties.put(service, program.properties());
		}
	}

	@Test
	void fitsTheServices() {
		assertThat(findings(yaml)).isEmpty();
	}

	@Test
	void describesAllSixServices() {
		assertThat(ComposeFile.read(yaml, variables).own()).extracting(ComposeService::name)
			.containsExactlyElementsOf(programs.keySet());
	}

	/// A value that has not its type, a required setting that is missing, a placeholder
	/// without a value: only the real start knows.
	@ParameterizedTest
	@ValueSource(strings = { "gateway", "landing-page-service", "contact-service", "token-service",
			"notification-service", "audit-service" })
	void givesAServiceAllItNeedsToStart(String service) throws Exception {
		ServiceProgram.Outcome outcome = start(service, yaml);
		assertThat(outcome.code()).as(outcome.log()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "INSYN_TENANTS_0_TIMEZONE, INSYN_TENANTS_0_TIMEZONES",
			"INSYN_NOTIFICATION_SENDER, INSYN_NOTIFICATION_FROM", "SPRING_KAFKA_BOOTSTRAPSERVERS, SPRING_KAFKA_SERVERS",
			"INSYN_TENANTS_0_LANGUAGES_0, INSYN_TENANTS_0_LANGUAGES_X",
			"INSYN_TOKEN_CLIENTS_0_SECRET, INSYN_TOKEN_CLIENTS_0_PASSWORD",
			"INSYN_TOKEN_OIDC_PROVIDERS_0_CLAIMS_LEVEL, INSYN_TOKEN_OIDC_PROVIDERS_0_CLAIMS_LEVELS",
			"INSYN_TOKEN_OIDC_PROVIDERS_0_LEVELS_0_ROLE, INSYN_TOKEN_OIDC_PROVIDERS_0_LEVELS_0_GROUP" })
	void noticesAVariableThatBindsToNothing(String right, String wrong) {
		assertThat(findings(yaml.replace(right + ":", wrong + ":")))
			.anyMatch((finding) -> finding.endsWith(wrong + " binds to nothing"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SPRING_MAIL_HOST", "SPRING_KAFKA_BOOTSTRAPSERVERS", "SPRING_MONGODB_URI",
			"INSYN_CONTACT_KEYS_MONGODBURI", "INSYN_SERVICES_CONTACT", "INSYN_PUBLICURL",
			"INSYN_SECURITY_CLIENTSECRET" })
	void noticesAMissingVariable(String variable) {
		assertThat(findings(without(variable))).anyMatch((finding) -> finding.contains(variable + " is missing"));
	}

	/// A setting without any default is noticed by the start itself.
	@Test
	void noticesAMissingKey() throws Exception {
		assertThat(start("contact-service", without("INSYN_SECURITY_MASTERKEY")).code()).isNotZero();
	}

	@Test
	void noticesAValueThatHasNotItsType() throws Exception {
		String wrong = yaml.replace("INSYN_TENANTS_0_TIMEZONE: Europe/Stockholm", "INSYN_TENANTS_0_TIMEZONE: Atlantis");
		assertThat(start("notification-service", wrong).code()).isNotZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					test: [CMD, /opt/insyn/healthy, "8084"] | test: [CMD, /opt/insyn/healthy, "8083"] | notification-service is asked
					http://contact-service:8082             | http://contact-service:8083             | names port 8083 of contact-service
					SERVER_PORT: "8081"                     | SERVER_PORT: "8181"                     | which listens on [8181]
					127.0.0.1:8080:8080                     | 127.0.0.1:8080:8081                     | but listens on 8080
					127.0.0.1:8080:8080                     | 8080:8080                               | to more than this machine
					127.0.0.1:8180:8080                     | 127.0.0.1:8181:8080                     | keycloak is not published as
					http://keycloak:8080/realms             | http://keycloak:9000/realms             | names port 9000 of keycloak
					/realms/insyn                           | /realm/insyn                            | is not what keycloak calls itself
					SPRING_MAIL_PORT: "1025"                | SPRING_MAIL_PORT: "25"                  | names port 25 of mail
					PORT: "8085"}                           | PORT: "8086"}                           | audit-service is built with PORT 8086
					@mongo:27017/audit                      | @mongo:27018/audit                      | names port 27018 of mongo
					kafka:9092                              | broker:9092                             | names the unknown host broker
					networks: [services, data, mail]        | networks: [services, data]              | names mail, which is on no common
					""")
	void noticesAWrongPortOrHost(String right, String wrong, String finding) {
		assertThat(yaml).contains(right);
		assertThat(findings(yaml.replace(right, wrong))).anyMatch((found) -> found.contains(finding));
	}

	/// Compose refuses such a file; a lenient reader would keep the last.
	@Test
	void noticesAVariableThatIsGivenTwice() {
		String twice = yaml.replace("INSYN_TOKEN_CLIENTS_1_SCOPES_2:", "INSYN_TOKEN_CLIENTS_1_SCOPES_1:");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> findings(twice))
			.withMessageContaining("INSYN_TOKEN_CLIENTS_1_SCOPES_1");
	}

	@Test
	void noticesAVariableThatTheExampleDoesNotName() {
		assertThat(findings(yaml.replace("${AUDIT_MASTER_KEY:", "${AUDIT_KEY:")))
			.contains(".env.example does not name AUDIT_KEY");
	}

	@Test
	void noticesASecretWithoutDemand() {
		assertThat(findings(yaml.replaceAll("\\$\\{AUDIT_MASTER_KEY:[^}]*}", "\\${AUDIT_MASTER_KEY}")))
			.contains("AUDIT_MASTER_KEY is not demanded with ${…:?…}");
	}

	@Test
	void noticesALoginThatNobodyMakes() {
		assertThat(
				findings(yaml.replace("mongodb://audit:${AUDIT_DB_PASSWORD:", "mongodb://audit:${TOKENS_DB_PASSWORD:")))
			.anyMatch((finding) -> finding.startsWith("audit-service logs in as audit"));
	}

	private static List<String> findings(String yaml) {
		return ComposeChecks.of(ComposeFile.read(yaml, variables), properties);
	}

	private static ServiceProgram.Outcome start(String service, String yaml) throws Exception {
		Map<String, String> environment = ComposeFile.read(yaml, variables).services().get(service).environment();
		ServiceProgram program = programs.get(service);
		assertThat(program).isNotNull();
		return program.start(environment);
	}

	private static String without(String variable) {
		String changed = yaml.replaceAll("(?m)^ +" + variable + ":.*\\n", "");
		assertThat(changed).isNotEqualTo(yaml);
		return changed;
	}

	/// What `deploy/compose/secrets.sh` makes of `.env.example`.
	private static Map<String, String> secrets() throws IOException, InterruptedException {
		Path copy = Files.createDirectories(folder.resolve("root/deploy/compose"));
		Files.copy(ROOT.resolve("deploy/compose/secrets.sh"), copy.resolve("secrets.sh"));
		Files.copy(ROOT.resolve(".env.example"), folder.resolve("root/.env.example"));
		Process script = new ProcessBuilder("sh", copy.resolve("secrets.sh").toString()).inheritIO().start();
		assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
		Map<String, String> variables = new HashMap<>();
		for (String line : Files.readAllLines(folder.resolve("root/.env"))) {
			if (line.matches("[A-Z_]+=.*")) {
				variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
			}
		}
		return variables;
	}

}
