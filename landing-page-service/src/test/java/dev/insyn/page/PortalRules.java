package dev.insyn.page;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.insyn.testing.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Sets pages up as an administrator does.
final class PortalRules {

	private static final JsonMapper JSON = JsonMapper.shared();

	private PortalRules() {
	}

	/// @return the number of a published page whose rule says that it does not stand in
	/// the portal
	static String pageOutsideThePortal(MockMvcTester mvc, TestTokens tokens) {
		return published(mvc, tokens, (draft) -> ((ObjectNode) draft.path("rules")).put("portal", false));
	}

	/// @return the number of a published page in the portal whose report is of the
	/// contact's
	/// organisation
	static String pageWithOrganisationsReport(MockMvcTester mvc, TestTokens tokens) {
		return published(mvc, tokens, (draft) -> ((ObjectNode) draft.at("/reports/0")).put("of", "ORGANISATION"));
	}

	private static String published(MockMvcTester mvc, TestTokens tokens, Consumer<ObjectNode> set) {
		String bearer = tokens.user("nordcykel", "karin", 99);
		JsonNode page = send(mvc, bearer, HttpMethod.POST, "/api/pages/P05/duplicate", null, null);
		String number = page.path("page").asString();
		ObjectNode draft = (ObjectNode) page.path("draft");
		set.accept(draft);
		JsonNode edited = send(mvc, bearer, HttpMethod.PUT, "/api/pages/" + number + "/draft", draft.toString(), page);
		send(mvc, bearer, HttpMethod.POST, "/api/pages/" + number + "/publish", null, edited);
		return number;
	}

	private static JsonNode send(MockMvcTester mvc, String bearer, HttpMethod method, String address,
			@org.jspecify.annotations.Nullable String body, @org.jspecify.annotations.Nullable JsonNode seen) {
		var request = mvc.method(method).uri(address).headers((headers) -> {
			headers.setBearerAuth(bearer);
			if (seen != null) {
				headers.setIfMatch("\"" + seen.path("revision").asInt() + "\"");
			}
		});
		try {
			return JSON
				.readTree(((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request)
					.exchange()
					.getResponse()
					.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
