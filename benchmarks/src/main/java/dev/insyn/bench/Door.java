package dev.insyn.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/// Where anybody may type an address, and must not learn whether it is known.
enum Door {

	/// *Send me a new link*, on the page of a link that does not work.
	DEAD_LINK("send me a new link") {
		@Override
		String path(String tenant) {
			byte[] secret = new byte[32];
			random.nextBytes(secret);
			return "/l/" + tenant + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		}

		@Override
		String form() {
			return "/fresh";
		}
	},

	/// The portal's code by mail.
	PORTAL("the portal's code") {
		@Override
		String path(String tenant) {
			return "/portal/" + tenant + "/sign-in";
		}

		@Override
		String form() {
			return "";
		}
	};

	private static final SecureRandom random = new SecureRandom();

	private final String called;

	Door(String called) {
		this.called = called;
	}

	abstract String path(String tenant);

	/// Where its form goes, below its path.
	abstract String form();

	HttpRequest look(String gateway, String tenant) {
		return HttpRequest.newBuilder(URI.create(gateway + path(tenant))).header("Accept", "text/html").build();
	}

	HttpRequest ask(String gateway, String tenant, String address) {
		return HttpRequest.newBuilder(URI.create(gateway + path(tenant) + form()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString("email=" + URLEncoder.encode(address, StandardCharsets.UTF_8)))
			.build();
	}

	@Override
	public String toString() {
		return this.called;
	}

}
