package dev.insyn.platform.security;

import java.io.IOException;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.errors.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Says no: 401 without a valid token (RFC 6750), 403 with one that does not suffice.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ProblemAnswers answers;

	Refusals(ProblemAnswers answers) {
		this.answers = answers;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		boolean badToken = refused instanceof InvalidBearerTokenException;
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
		this.answers.answer(request, response, new Problem(HttpStatus.UNAUTHORIZED, "urn:insyn:problem:unauthenticated",
				badToken ? "The token is not valid" : "Needs a token"));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		this.answers.answer(request, response,
				new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:forbidden", "Not for this caller"));
	}

}
