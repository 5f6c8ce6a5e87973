package dev.insyn.stack.crm;

import java.net.http.HttpRequest;

/// Insyn's API did not do what its client asked.
final class ApiRefusal extends RuntimeException {

	private static final int ENOUGH = 300;

	ApiRefusal(HttpRequest request, String outcome, String body) {
		super("%s %s: %s %s".formatted(request.method(), request.uri().getPath(), outcome,
				body.substring(0, Math.min(ENOUGH, body.length()))));
	}

}
