package dev.insyn.gateway.api;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/// The services' OpenAPI documents, asked for when somebody reads them, and kept for when a service is away.
@Component
class ApiDocuments {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int LARGEST = 1 << 20;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	private final JsonMapper json = JsonMapper.shared();

	private final Map<String, URI> services;

	private final WebClient http;

	private final Clock clock = Clock.systemUTC();

	ApiDocuments(ApiServices services) {
		this.services = services.byName();
		this.http = WebClient.builder()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create()
				.option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
				.responseTimeout(PATIENCE)))
			.build();
	}

	Collection<String> services() {
		return this.services.keySet();
	}

	/// Empty if there is no such service, or if it is away and was never heard.
	Mono<JsonNode> find(String service) {
		URI address = this.services.get(service);
		if (address == null) {
			return Mono.empty();
		}
		Known before = this.known.get(service);
		if (before != null && before.isFresh(this.clock.instant())) {
			return Mono.just(before.document());
		}
		return this.http.get()
			.uri(address.resolve("/v3/api-docs"))
			.retrieve()
			.bodyToMono(byte[].class)
			.timeout(PATIENCE)
			.map(this::read)
			.doOnNext((document) -> this.known.put(service, new Known(document, this.clock.instant())))
			.onErrorResume((away) -> Mono.justOrEmpty((before != null) ? before.document() : null));
	}

	/// @throws JacksonException if it is no JSON
	private JsonNode read(byte[] body) {
		return this.json.readTree(body);
	}

	private record Known(JsonNode document, Instant when) {

		boolean isFresh(Instant now) {
			return now.isBefore(this.when.plus(FRESH));
		}

	}

}
