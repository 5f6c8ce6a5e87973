package dev.insyn.page.editing;

import dev.insyn.page.pages.LandingPage;
import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// Which revision of a page somebody saw (RFC 9110, 13.1.1, and RFC 6585, 3).
final class Revisions {

	private Revisions() {
	}

	static String etag(LandingPage page) {
		return "\"" + page.revision() + "\"";
	}

	/// @throws Problem 428 if nothing is said; what is no revision of ours matches none
	static int required(@Nullable String ifMatch) {
		if (ifMatch == null) {
			throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "urn:insyn:problem:precondition-required",
					"Say with If-Match which revision you saw");
		}
		return ifMatch.matches("\"\\d{1,9}\"") ? Integer.parseInt(ifMatch.substring(1, ifMatch.length() - 1)) : -1;
	}

	/// @throws Problem 404 if it is no number
	static int version(String text) {
		if (!text.matches("\\d{1,9}")) {
			throw new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-version", "No such version");
		}
		return Integer.parseInt(text);
	}

}
