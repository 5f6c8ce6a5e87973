package dev.insyn.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
import org.springframework.web.util.UriUtils;

/// Says no: 401 without a valid token (RFC 6750), 403 with one that does not suffice. Who opens a screen of the console
/// without being signed in is led to the sign-in, and back from there; who opens a portal, to that portal's.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String SIGN_IN = "/sign-in";

	/// Each tenant's portal has a door of its own.
	private static final Pattern PORTAL = Pattern.compile("(/portal/[a-z0-9-]{2,40})(?:/.*)?");

	private final ProblemAnswers answers;

	Refusals(ProblemAnswers answers) {
		this.answers = answers;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		if (request.getRequestURI().startsWith("/admin/")) {
			leadToSignIn(request, response);
			return;
		}
		Matcher portal = PORTAL.matcher(request.getRequestURI());
		if (portal.matches()) {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION, portal.group(1) + SIGN_IN);
			return;
		}
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

	/// htmx follows no redirect out of a partial update by itself, but does what
	/// `HX-Redirect` says.
	private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
		boolean partial = request.getHeader("HX-Request") != null;
		boolean canComeBack = !partial && "GET".equals(request.getMethod());
		String back = (request.getQueryString() != null) ? request.getRequestURI() + "?" + request.getQueryString()
				: request.getRequestURI();
		String address = canComeBack ? SIGN_IN + "?to=" + UriUtils.encode(back, StandardCharsets.UTF_8) : SIGN_IN;
		response.setStatus(partial ? HttpStatus.UNAUTHORIZED.value() : HttpStatus.SEE_OTHER.value());
		response.setHeader(partial ? "HX-Redirect" : HttpHeaders.LOCATION, address);
	}

}
