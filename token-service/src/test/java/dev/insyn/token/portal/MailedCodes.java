package dev.insyn.token.portal;

import dev.insyn.events.AccessCodeRequested;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import dev.insyn.token.Visitor;
import tools.jackson.databind.json.JsonMapper;

/// The codes that are mailed, asked for as notification-service does.
final class MailedCodes {

	private MailedCodes() {
	}

	static String of(Recording told, Visitor visitor, String tenant, String contact) {
		Received requested = told.await((event) -> event.type().equals(AccessCodeRequested.TYPE)
				&& event.body().contains("\"" + contact + "\""));
		String challenge = JsonMapper.shared().readTree(requested.body()).path("challenge").asString();
		String bearer = visitor
			.bearer(visitor.requestToken("landing-page-service", "landing-page-secret", "tenant=" + tenant));
		return visitor.read(visitor.get("/api/access-codes/" + challenge, "Authorization", bearer))
			.path("code")
			.asString();
	}

}
