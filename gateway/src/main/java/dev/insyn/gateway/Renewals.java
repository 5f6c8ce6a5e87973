package dev.insyn.gateway;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/// Gets new access tokens for old ones from token-service: once for each token, however many requests come with it.
@Component
class Renewals {

	private static final int REMEMBERED = 10_000;

	private final WebClient tokenService;

	private final Duration timeout;

	private final MeterRegistry meters;

	/// Holds what came out of a renewal for a while, for the requests that a browser had
	/// sent
	/// with the old cookie already. Keys are digests, so no token lies here longer than
	/// needed.
	private final AsyncCache<String, Renewal> running = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfter(Expiry.creating((String key, Renewal renewal) -> renewal.remembered()))
		.buildAsync();

	Renewals(InsynSettings services, GatewaySettings settings, MeterRegistry meters) {
		this.timeout = settings.renewal().timeout();
		this.meters = meters;
		this.tokenService = WebClient.builder()
			.baseUrl(services.services().token().toString())
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create()
				.option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
				.responseTimeout(this.timeout)))
			.build();
	}

	/// Never fails: that token-service is away is an outcome too.
	Mono<Renewal> renew(SessionToken token) {
		return Mono.fromFuture(
				() -> this.running.get(Digest.of(token.value()), (key, executor) -> ask(token).toFuture()), true);
	}

	private Mono<Renewal> ask(SessionToken token) {
		return this.tokenService.post()
			.uri("/sessions/renewal")
			.headers((headers) -> headers.setBearerAuth(token.value()))
			.exchangeToMono(Renewals::read)
			.timeout(this.timeout.plusMillis(500))
			.onErrorResume((failure) -> Mono.just(new NotNow()))
			.doOnNext((renewal) -> this.meters
				.counter("insyn.gateway.renewals", "outcome", renewal.getClass().getSimpleName())
				.increment());
	}

	private static Mono<Renewal> read(ClientResponse response) {
		if (response.statusCode().is2xxSuccessful()) {
			return response.bodyToMono(Answer.class).map((answer) -> new Renewed(answer.token()));
		}
		Renewal renewal = response.statusCode().is4xxClientError() ? new Refused() : new NotNow();
		return response.releaseBody().thenReturn(renewal);
	}

	private record Answer(String token) {
	}

	/// What came of it.
	sealed interface Renewal {

		Duration remembered();

	}

	record Renewed(String token) implements Renewal {

		@Override
		public Duration remembered() {
			return Duration.ofSeconds(60);
		}

		@Override
		public String toString() {
			return "Renewed";
		}

	}

	/// The session is over: the link was revoked, or the token is none of ours.
	record Refused() implements Renewal {

		@Override
		public Duration remembered() {
			return Duration.ofSeconds(30);
		}

	}

	/// token-service is away; asked again only after a while, so that waiting for it does
	/// not slow every request.
	record NotNow() implements Renewal {

		@Override
		public Duration remembered() {
			return Duration.ofSeconds(2);
		}

	}

}
