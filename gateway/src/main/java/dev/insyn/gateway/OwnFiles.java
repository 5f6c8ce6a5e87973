package dev.insyn.gateway;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// The style sheet of the gateway's own page: a file, as the policy allows no inline style.
@Configuration(proxyBeanMethods = false)
class OwnFiles {

	static final String STYLE = "/gateway/style-1.css";

	@Bean
	RouterFunction<ServerResponse> ownStyle() {
		return RouterFunctions.route().GET(STYLE, (request) -> {
			request.exchange().getAttributes().put(ResponseHeaders.CACHEABLE, true);
			return ServerResponse.ok()
				.contentType(MediaType.valueOf("text/css;charset=utf-8"))
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				.bodyValue(new ClassPathResource("style.css"));
		}).build();
	}

}
