package dev.insyn.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.insyn.pagekit.Texts;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/// What is said when the gateway itself must answer: a page in the reader's language, or problem details for programs.
@Component
class HonestAnswer {

	private static final Logger logger = LoggerFactory.getLogger(HonestAnswer.class);

	private static final List<String> FOR_PEOPLE = List.of("/l/", "/p/", "/portal/", "/admin/", "/sign-in",
			"/sign-out");

	private final ErrorPage page = new ErrorPage();

	Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
		Refusal refusal = explain(exchange, failure);
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		// what a service may have begun to say is not what is said now
		List.copyOf(headers.headerNames()).forEach(headers::remove);
		response.setStatusCode(refusal.reason().status());
		Duration retryAfter = refusal.retryAfter();
		if (retryAfter != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
		}
		byte[] body = body(exchange, refusal.reason(), headers);
		headers.setContentLength(body.length);
		headers.add(HttpHeaders.VARY, "Accept, Accept-Language");
		if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
			return response.setComplete();
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

	private byte[] body(ServerWebExchange exchange, Refusal.Reason reason, HttpHeaders headers) {
		String id = RequestIds.of(exchange).request();
		if (wantsPage(exchange.getRequest())) {
			Texts texts = this.page.texts(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
			headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
			headers.set(HttpHeaders.CONTENT_LANGUAGE, texts.language());
			return this.page.html(reason, texts, id);
		}
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return this.page.problem(reason, id).getBytes(StandardCharsets.UTF_8);
	}

	/// The Accept header is only searched, not parsed: whatever is in it, the answer must
	/// come.
	private static boolean wantsPage(ServerHttpRequest request) {
		String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
		if (StringUtils.hasLength(accept) && accept.contains("text/html")) {
			return true;
		}
		String path = request.getPath().value();
		boolean forPeople = FOR_PEOPLE.stream().anyMatch(path::startsWith);
		return forPeople && (accept == null || !accept.contains("json"));
	}

	private static Refusal explain(ServerWebExchange exchange, Throwable failure) {
		return switch (failure) {
			case Refusal refusal -> refusal;
			case CallNotPermittedException open -> new Refusal(Refusal.Reason.AWAY, Duration.ofSeconds(5));
			case ResponseStatusException status -> explain(exchange, status);
			default -> explainOther(exchange, failure);
		};
	}

	private static Refusal explain(ServerWebExchange exchange, ResponseStatusException status) {
		return switch (status.getStatusCode().value()) {
			case 400 -> new Refusal(Refusal.Reason.MALFORMED);
			case 404 -> new Refusal(Refusal.Reason.MISSING);
			case 405 -> new Refusal(Refusal.Reason.METHOD);
			case 503 -> new Refusal(Refusal.Reason.AWAY, Duration.ofSeconds(5));
			case 504 -> new Refusal(Refusal.Reason.LATE);
			default -> explainOther(exchange, status);
		};
	}

	private static Refusal explainOther(ServerWebExchange exchange, Throwable failure) {
		Refusal.Reason reason = ServiceBreakers.meansAway(failure) ? Refusal.Reason.AWAY : Refusal.Reason.BROKEN;
		// only the kind: messages of HTTP libraries may hold the path, which under /l is
		// a secret
		logger.warn("{}: {} request={}", reason, failure.getClass().getName(), RequestIds.of(exchange).request());
		return new Refusal(reason, (reason == Refusal.Reason.AWAY) ? Duration.ofSeconds(5) : null);
	}

}
