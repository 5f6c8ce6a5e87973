package dev.insyn.pagekit;

import java.time.Duration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Makes `Content` a body that controllers may return, and serves the static files.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ WebMvcConfigurer.class, RouterFunction.class })
class PageKitMvcAutoConfiguration {

	@Bean
	WebMvcConfigurer contentConverter() {
		return new WebMvcConfigurer() {
			@Override
			public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
				converters.addCustomConverter(new ContentConverter());
			}
		};
	}

	@Bean
	RouterFunction<ServerResponse> pageKitAssets() {
		return RouterFunctions.route().GET(Assets.PATH + "{hash}/{name}", this::asset).build();
	}

	private ServerResponse asset(ServerRequest request) {
		return Assets.find(request.pathVariable("hash"), request.pathVariable("name"))
			.map((asset) -> ServerResponse.ok()
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				.header("Content-Type", asset.contentType())
				.header("X-Content-Type-Options", "nosniff")
				.body(asset.content()))
			.orElseGet(() -> ServerResponse.notFound().build());
	}

}
