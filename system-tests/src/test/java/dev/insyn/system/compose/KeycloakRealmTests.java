package dev.insyn.system.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The realm that Keycloak imports against what token-service is told of it: one that does not fit lets nobody in, which
/// only an engine and a browser would show.
class KeycloakRealmTests {

	private static final Path ROOT = Path.of(System.getProperty("insyn.root", "..")).toAbsolutePath().normalize();

	private static final String PROVIDER = "INSYN_TOKEN_OIDC_PROVIDERS_0_";

	private static String text = "";

	private static JsonNode realm = JsonMapper.shared().nullNode();

	private static Map<String, String> tokens = Map.of();

	private static Map<String, String> keycloak = Map.of();

	@BeforeAll
	static void read() throws IOException {
		text = Files.readString(ROOT.resolve("deploy/keycloak/insyn-realm.json"));
		realm = JsonMapper.shared().readTree(text);
		ComposeFile file = ComposeFile.read(Files.readString(ROOT.resolve("docker-compose.yml")), Map.of());
		tokens = file.services().get("token-service").environment();
		keycloak = file.services().get("keycloak").environment();
	}

	@Test
	void isTheOneThatIsAsked() {
		assertThat(tokens.get(PROVIDER + "ISSUER")).endsWith("/realms/" + realm.path("realm").asString());
		assertThat(tokens.get(PROVIDER + "METADATA")).contains("/realms/" + realm.path("realm").asString() + "/");
	}

	@Test
	void knowsInsynAndWhereToSendItsUsersBack() {
		JsonNode client = realm.at("/clients/0");
		assertThat(client.path("clientId").asString()).isEqualTo(tokens.get(PROVIDER + "CLIENTID"));
		assertThat(client.at("/redirectUris").valueStream().map(JsonNode::asString))
			.containsExactly("${INSYN_PUBLIC_URL}/sign-in/with/" + tokens.get(PROVIDER + "ID") + "/returned");
		assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
		assertThat(client.at("/attributes/pkce.code.challenge.method").asString()).isEqualTo("S256");
	}

	@Test
	void hasTheRolesAndTenantsThatCount() {
		List<String> roles = tokens.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(PROVIDER + "LEVELS_\\d+_ROLE"))
			.map(Map.Entry::getValue)
			.toList();
		assertThat(realm.at("/roles/realm").valueStream().map((role) -> role.path("name").asString()))
			.containsExactlyInAnyOrderElementsOf(roles);
		assertThat(realm.at("/groups").valueStream().map((group) -> group.path("name").asString()))
			.containsExactlyInAnyOrder(tokens.get("INSYN_TENANTS_0_ID"), tokens.get("INSYN_TENANTS_1_ID"));
		assertThat(realm.at("/clients/0/protocolMappers")
			.valueStream()
			.map((mapper) -> mapper.at("/config/claim.name").asString()))
			.containsExactlyInAnyOrder(tokens.get(PROVIDER + "CLAIMS_LEVEL"), tokens.get(PROVIDER + "CLAIMS_TENANT"));
	}

	@Test
	void holdsNoSecretAndNobodyWhoCouldExist() {
		assertThat(realm.at("/clients/0/secret").asString()).isEqualTo("${KEYCLOAK_CLIENT_SECRET}");
		realm.path("users").forEach((user) -> {
			assertThat(user.path("email").asString()).endsWith(".example");
			assertThat(user.at("/credentials/0/value").asString()).matches("\\$\\{[A-Z]+_PASSWORD}");
		});
		assertThat(keycloak).containsKeys(Pattern.compile("\\$\\{(\\w+)}")
			.matcher(text)
			.results()
			.map((MatchResult found) -> found.group(1))
			.collect(java.util.stream.Collectors.toCollection(TreeSet::new))
			.toArray(String[]::new));
	}

}
