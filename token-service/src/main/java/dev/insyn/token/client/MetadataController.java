package dev.insyn.token.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the token endpoint and the key set are (RFC 8414). Not Spring Authorization Server's own, which can't leave out
/// the authorization endpoint that is not there.
@RestController
class MetadataController {

	private final Metadata metadata;

	MetadataController(@Value("${insyn.public-url}") String issuer) {
		this.metadata = new Metadata(issuer, issuer + "/oauth2/token", issuer + "/oauth2/jwks",
				List.of("client_credentials"), List.of("client_secret_basic"), List.of());
	}

	@GetMapping("/.well-known/oauth-authorization-server")
	Metadata metadata() {
		return this.metadata;
	}

	record Metadata(String issuer, @JsonProperty("token_endpoint") String tokenEndpoint,
			@JsonProperty("jwks_uri") String keys, @JsonProperty("grant_types_supported") List<String> grants,
			@JsonProperty("token_endpoint_auth_methods_supported") List<String> authentication,
			@JsonProperty("response_types_supported") List<String> responseTypes) {
	}

}
