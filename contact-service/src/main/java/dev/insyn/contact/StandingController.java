package dev.insyn.contact;

import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.security.UserCaller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Objection to marketing and restriction of processing, for users and programs. Each act may be repeated.
@RestController
@RequestMapping("/api/contacts/{id}")
class StandingController {

	private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

	private static final Pattern MAILING = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private final ChangingStanding standing;

	StandingController(ChangingStanding standing) {
		this.standing = standing;
	}

	@PostMapping("/marketing-objection")
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope("contacts.object")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void object(@PathVariable String id, @RequestBody(required = false) @Nullable Said said, Caller caller) {
		Said how = (said != null) ? said : new Said(null, null);
		this.standing.object(caller.tenant(), contact(id), how.via(caller), how.mailing(), caller.actor());
	}

	@DeleteMapping("/marketing-objection")
	@RequiredLevel(RequiredLevel.SENDS)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void liftObjection(@PathVariable String id, UserCaller user) {
		this.standing.liftObjection(user.tenant(), contact(id), user.actor());
	}

	@PostMapping("/restriction")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void restrict(@PathVariable String id, UserCaller user) {
		this.standing.restrict(user.tenant(), contact(id), Said.API, user.actor());
	}

	@DeleteMapping("/restriction")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void liftRestriction(@PathVariable String id, UserCaller user) {
		this.standing.liftRestriction(user.tenant(), contact(id), user.actor());
	}

	private static ContactId contact(String id) {
		return ContactId.parse(id).orElseThrow(NoSuchContact::new);
	}

	/// How somebody objected.
	///
	/// @param source a word such as `unsubscribe`
	record Said(@Nullable String source, @Nullable String mailing) {

		private static final String API = "api";

		/// @throws Problem 422 if what is said is no word or no id
		Said {
			if ((source != null && !WORD.matcher(source).matches())
					|| (mailing != null && !MAILING.matcher(mailing).matches())) {
				throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-objection",
						"A source is a word of small letters, digits and dashes; a mailing has at most 64 characters");
			}
		}

		/// What a user says in a body counts as little as what it says in a header.
		private String via(Caller caller) {
			return (caller instanceof UserCaller || this.source == null) ? API : this.source;
		}

	}

}
