package dev.insyn.gateway;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class WholeBodyTests {

	private final WholeBody wholeBody = new WholeBody(
			new Binder(new MapConfigurationPropertySource(Map.of("insyn.gateway.body-memory", "400KB")))
				.bindOrCreate("insyn.gateway", GatewaySettings.class));

	/// Red without the reservation: many bodies that come slowly would be held at once.
	@Test
	void limitsTheMemoryOfAllBodiesTogether() {
		Disposable slow = receive(Flux.never()).subscribe();
		StepVerifier.create(receive(Flux.never()))
			.expectErrorSatisfies((failure) -> assertThat(((Refusal) failure).reason()).isEqualTo(Refusal.Reason.BUSY))
			.verify(Duration.ofSeconds(5));
		slow.dispose();
		StepVerifier.create(receive(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(new byte[250_000]))))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		StepVerifier.create(receive(Flux.empty())).expectComplete().verify(Duration.ofSeconds(5));
	}

	private Mono<Void> receive(Flux<DataBuffer> body) {
		return this.wholeBody.filter(
				MockServerWebExchange.from(MockServerHttpRequest.post("/p/P05").contentLength(250_000).body(body)),
				(exchange) -> Mono.empty());
	}

}
