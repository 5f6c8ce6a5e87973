package dev.insyn.platform.errors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Writes a problem as the caller can read it: JSON for programs (RFC 9457), a page in the reader's language for people.
public final class ProblemAnswers {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAnswers.class);

	private final JsonMapper json;

	private final ErrorPage page;

	private final ConsoleErrorPage console;

	public ProblemAnswers(JsonMapper json, ErrorPage page, ConsoleErrorPage console) {
		this.json = json;
		this.page = page;
		this.console = console;
	}

	/// Does nothing if the answer has already begun.
	public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		logger.debug("{} {} answered {} {}", request.getMethod(), Route.of(request), problem.status().value(),
				problem.type());
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(problem.status().value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		boolean html = Reader.wantsHtml(request);
		response.setContentType(html ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(html ? page(request, problem) : json(problem));
	}

	private byte[] page(HttpServletRequest request, Problem problem) {
		return this.console.render(request, problem)
			.orElseGet(() -> this.page.render(Reader.locale(request), problem))
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] json(Problem problem) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", problem.type());
		members.put("title", problem.status().getReasonPhrase());
		members.put("status", problem.status().value());
		members.put("detail", String.valueOf(problem.getMessage()));
		members.putAll(problem.members());
		return this.json.writeValueAsBytes(members);
	}

}
