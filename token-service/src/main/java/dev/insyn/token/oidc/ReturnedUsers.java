package dev.insyn.token.oidc;

import java.util.Objects;
import java.util.stream.Stream;

import dev.insyn.token.session.Browser;
import dev.insyn.token.session.SignInWay;
import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.UserCookie;
import dev.insyn.token.signin.RefusalReason;
import dev.insyn.token.signin.RefusedAddress;
import dev.insyn.token.signin.TellingRefusals;
import dev.insyn.token.signing.AccessToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/// What the browser gets when it comes back from a provider: a session, or the reason why not.
@Component
class ReturnedUsers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(ReturnedUsers.class);

	private final Providers providers;

	private final SigningInByProvider signingIn;

	private final TellingRefusals refusals;

	ReturnedUsers(Providers providers, SigningInByProvider signingIn, TellingRefusals refusals) {
		this.providers = providers;
		this.signingIn = signingIn;
		this.refusals = refusals;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		OAuth2AuthenticationToken returned = (OAuth2AuthenticationToken) authentication;
		if (!(returned.getPrincipal() instanceof OidcUser user)) {
			refuse(RefusalReason.INVALID_ANSWER, request, response);
			return;
		}
		Provider provider = this.providers.find(returned.getAuthorizedClientRegistrationId()).orElseThrow();
		try {
			AccessToken token = this.signingIn.signIn(provider.settings(), user, TokensOnTheWay.refreshToken(request),
					visitor(request));
			response.addHeader(HttpHeaders.SET_COOKIE, UserCookie.with(token));
			leadTo(OngoingSignIns.wanted(request).value(), response);
		}
		catch (Claims.Insufficient told) {
			explain(told.reason(), request, response);
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) {
		String code = (failure instanceof OAuth2AuthenticationException oauth) ? oauth.getError().getErrorCode() : "";
		logger.info("A sign-in by a provider failed: {} {}", failure.getClass().getSimpleName(),
				code.replaceAll("[^a-z_]", "?"));
		if (isAway(failure)) {
			explain(RefusalReason.PROVIDER_AWAY, request, response);
			return;
		}
		boolean saidNo = code.equals(request.getParameter(OAuth2ParameterNames.ERROR));
		refuse(saidNo ? RefusalReason.PROVIDER_REFUSED : RefusalReason.INVALID_ANSWER, request, response);
	}

	private static boolean isAway(AuthenticationException failure) {
		return failure instanceof AuthenticationServiceException || Stream
			.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch((cause) -> cause instanceof ResourceAccessException || cause instanceof HttpServerErrorException);
	}

	private void refuse(RefusalReason reason, HttpServletRequest request, HttpServletResponse response) {
		this.refusals.tell(reason, SignInWay.OIDC);
		explain(reason, request, response);
	}

	private static void explain(RefusalReason reason, HttpServletRequest request, HttpServletResponse response) {
		leadTo(RefusedAddress.of(reason, OngoingSignIns.wanted(request)), response);
	}

	private static SigningInUsers.Visitor visitor(HttpServletRequest request) {
		return new SigningInUsers.Visitor(Browser.of(request.getHeader(HttpHeaders.USER_AGENT)),
				request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
	}

	private static void leadTo(String address, HttpServletResponse response) {
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, address);
	}

}
