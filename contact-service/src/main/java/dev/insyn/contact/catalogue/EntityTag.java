package dev.insyn.contact.catalogue;

import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// The version of a field that somebody has seen, as it travels in `ETag` and `If-Match` (RFC 9110): two administrators
/// at once do not overwrite each other.
public record EntityTag(String value) {

	private static final String ANY = "*";

	public static EntityTag of(Catalogue.Entry entry) {
		return new EntityTag(String.valueOf(entry.version()));
	}

	/// @param ifMatch the header; compression may have made the tag a weak one
	/// @throws Problem 428 without one
	public static EntityTag required(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank()) {
			throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "urn:insyn:problem:precondition-required",
					"Send the ETag of the version that you have seen as If-Match");
		}
		String tag = ifMatch.strip();
		String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
		return new EntityTag(strong.replace("\"", ""));
	}

	/// @throws Problem 412 if the field changed since
	void check(Catalogue.Entry now) {
		if (!this.value.equals(ANY) && !equals(of(now))) {
			throw new Problem(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:precondition-failed",
					"The field was changed by somebody else meanwhile");
		}
	}

	String header() {
		return "\"" + this.value + "\"";
	}

}
