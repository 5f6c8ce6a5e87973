package dev.insyn.page.session;

import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.security.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks token-service, at each visit, whether the sign-in that a token speaks of goes on: the token itself is good until it
/// ends, also one that was copied before its owner signed out.
@Component
public class OpenSessions {

	private static final Logger logger = LoggerFactory.getLogger(OpenSessions.class);

	private final RestClient tokenService;

	OpenSessions(ServiceClients services) {
		this.tokenService = services.onBehalfOfCaller("token").build();
	}

	/// While token-service is away nobody signs out either, and the token, which lives
	/// minutes, is believed.
	/// @throws SessionOver if it does not
	public void require(PortalCaller caller) {
		try {
			this.tokenService.post().uri("/sessions/check").retrieve().toBodilessEntity();
		}
		catch (HttpClientErrorException over) {
			throw new SessionOver(caller.tenant());
		}
		catch (RestClientException away) {
			logger.warn("token-service can't be asked about a session of {}: {}", caller.tenant(),
					away.getClass().getSimpleName());
		}
	}

}
