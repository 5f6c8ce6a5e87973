package dev.insyn.pagekit;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Serves the static files from a reactive service: the gateway's own fallback page must look right when the services
/// behind it are away.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(RouterFunction.class)
class PageKitWebFluxAutoConfiguration {

	@Bean
	RouterFunction<ServerResponse> pageKitAssets() {
		return RouterFunctions.route().GET(Assets.PATH + "{hash}/{name}", this::asset).build();
	}

	private Mono<ServerResponse> asset(ServerRequest request) {
		return Assets.find(request.pathVariable("hash"), request.pathVariable("name"))
			.map((asset) -> ServerResponse.ok()
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				.header("Content-Type", asset.contentType())
				.header("X-Content-Type-Options", "nosniff")
				.bodyValue(asset.content()))
			.orElseGet(() -> ServerResponse.notFound().build());
	}

}
