package dev.insyn.token.link;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.token.TokenSettings;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Links for API clients.
@RestController
@RequestMapping("/api/links")
class LinkController {

	private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9-]{1,40}");

	private static final Pattern CONTACT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	private static final int MOST_LISTED = 1000;

	private final IssuingLinks issuing;

	private final RevokingLinks revoking;

	private final Links links;

	private final TokenSettings settings;

	private final String publicUrl;

	private final JsonMapper json;

	private final Clock clock;

	LinkController(IssuingLinks issuing, RevokingLinks revoking, Links links, TokenSettings settings,
			@Value("${insyn.public-url}") String publicUrl, JsonMapper json, Clock clock) {
		this.issuing = issuing;
		this.revoking = revoking;
		this.links = links;
		this.settings = settings;
		this.publicUrl = publicUrl;
		this.json = json;
		this.clock = clock;
	}

	@PostMapping
	@RequiredScope("links.issue")
	void issue(ClientCaller caller, @RequestBody Wish wish, HttpServletResponse response) throws IOException {
		LinkedHashSet<String> contacts = wish.checked(this.settings.mostLinks());
		try (NewLinks answer = new NewLinks(this.json, response)) {
			this.issuing.issue(caller.tenant(), wish.page(), contacts, caller.actor(),
					(issued) -> answer.add(issued.stream().map((link) -> NewLink.of(link, this.publicUrl)).toList()));
			answer.end();
		}
	}

	@GetMapping
	@RequiredScope("links.read")
	KnownLinks list(ClientCaller caller, @RequestParam String contact, @RequestParam(defaultValue = "100") int limit) {
		Instant now = this.clock.instant();
		int bounded = Math.clamp(limit, 1, MOST_LISTED);
		return new KnownLinks(this.links.of(caller.tenant(), contact, bounded)
			.stream()
			.map((link) -> KnownLink.of(link, now))
			.toList());
	}

	@DeleteMapping("/{id}")
	@RequiredScope("links.revoke")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(ClientCaller caller, @PathVariable String id) {
		try {
			this.revoking.revoke(caller.tenant(), id, RevokingLinks.REQUESTED, caller.actor());
		}
		catch (NotFound unknown) {
			throw new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-link", "There is no such link");
		}
	}

	/// What links to issue: to one page, one for each contact.
	record Wish(String page, List<String> contacts) {

		/// @return the contacts, each once
		@SuppressWarnings("ConstantValue") // from JSON, where anything may be missing
		LinkedHashSet<String> checked(int most) {
			if (this.page == null || !PAGE.matcher(this.page).matches()) {
				throw invalid("page");
			}
			if (this.contacts == null || this.contacts.isEmpty() || this.contacts.size() > most
					|| this.contacts.stream()
						.anyMatch((contact) -> contact == null || !CONTACT.matcher(contact).matches())) {
				throw invalid("contacts");
			}
			return new LinkedHashSet<>(this.contacts);
		}

		private static Problem invalid(String member) {
			return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-request",
					"Expected {\"page\":\"P05\",\"contacts\":[\"…\"]}")
				.with("member", member);
		}

	}

	/// @param url told here once and kept nowhere
	record NewLink(String id, String contact, String page, String url, @Nullable Instant expires) {

		static NewLink of(IssuingLinks.Issued issued, String publicUrl) {
			Link link = issued.link();
			return new NewLink(issued.token().linkId(), link.contact(), link.page(), publicUrl + issued.token().path(),
					link.expires());
		}

		@Override
		public String toString() {
			return "NewLink[" + this.id + "]";
		}

	}

	record KnownLinks(List<KnownLink> links) {
	}

	/// @param state `works`, `expired` or `revoked`
	record KnownLink(String id, String contact, String page, String state, Instant issued, @Nullable Instant expires,
			@Nullable Instant revoked, int opened, @Nullable Instant lastOpened) {

		static KnownLink of(Stored<Link> stored, Instant now) {
			Link link = stored.state();
			return new KnownLink(stored.id(), link.contact(), link.page(),
					link.state(now).name().toLowerCase(Locale.ROOT), link.issued(), link.expires(), link.revoked(),
					link.opened(), link.lastOpened());
		}

	}

}
