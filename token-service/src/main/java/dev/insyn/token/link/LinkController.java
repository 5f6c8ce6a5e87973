package dev.insyn.token.link;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.NotFound;
import dev.insyn.token.TokenSettings;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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

/// Links for API clients, and for users who send or look.
@RestController
@RequestMapping("/api/links")
class LinkController {

	private static final int MOST_LISTED = 1000;

	private final IssuingLinks issuing;

	private final ReissuingLinks reissuing;

	private final RevokingLinks revoking;

	private final ListingLinks listing;

	private final LinkAnswers answers;

	private final int mostLinks;

	LinkController(IssuingLinks issuing, ReissuingLinks reissuing, RevokingLinks revoking, ListingLinks listing,
			LinkAnswers answers, TokenSettings settings) {
		this.issuing = issuing;
		this.reissuing = reissuing;
		this.revoking = revoking;
		this.listing = listing;
		this.answers = answers;
		this.mostLinks = settings.mostLinks();
	}

	@PostMapping
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope("links.issue")
	void issue(Caller caller, @RequestBody LinkWish wish, HttpServletResponse response) throws IOException {
		LinkedHashSet<String> contacts = wish.checked(this.mostLinks);
		try (NewLinks answer = this.answers.begin(response)) {
			this.issuing.issue(caller.tenant(), wish.purpose(), contacts, caller.actor(),
					(issued) -> answer.add(issued.stream().map(this.answers::of).toList()));
			answer.end();
		}
	}

	@PostMapping("/{id}/reissue")
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope("links.issue")
	@ResponseStatus(HttpStatus.CREATED)
	LinkAnswers.NewLink reissue(Caller caller, @PathVariable String id) {
		try {
			return this.answers.of(this.reissuing.reissue(caller.tenant(), id, caller.actor()));
		}
		catch (NotFound unknown) {
			throw unknownLink();
		}
	}

	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("links.read")
	KnownLinks list(Caller caller, LinkFilter filter, @RequestParam(defaultValue = "100") int limit,
			@RequestParam(required = false) @Nullable String after) {
		requireOne(filter);
		ListingLinks.Listed listed = this.listing.list(caller.tenant(), filter, after,
				Math.clamp(limit, 1, MOST_LISTED));
		return new KnownLinks(listed.links().stream().map(KnownLink::of).toList(), listed.next());
	}

	/// All links of a contact, a page or a mailing.
	@DeleteMapping
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope("links.revoke")
	Revoked revokeAll(Caller caller, LinkFilter filter) {
		requireOne(filter);
		return new Revoked(this.revoking.revokeAll(caller.tenant(), filter, RevokingLinks.REQUESTED, caller.actor()));
	}

	@DeleteMapping("/{id}")
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope("links.revoke")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(Caller caller, @PathVariable String id) {
		try {
			this.revoking.revoke(caller.tenant(), id, RevokingLinks.REQUESTED, caller.actor());
		}
		catch (NotFound unknown) {
			throw unknownLink();
		}
	}

	private static void requireOne(LinkFilter filter) {
		if (!filter.namesOne()) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-request",
					"Expected one of contact, page and mailing");
		}
	}

	private static Problem unknownLink() {
		return new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-link", "There is no such link");
	}

	record Revoked(long revoked) {
	}

	/// @param next for `after`, if there are more
	record KnownLinks(List<KnownLink> links, @Nullable String next) {
	}

	/// @param state `works`, `expired`, `revoked` or `page-archived`
	record KnownLink(String id, String contact, String page, String state, Instant issued, @Nullable Instant expires,
			@Nullable Instant revoked, int opened, @Nullable Instant lastOpened, @Nullable String mailing) {

		static KnownLink of(ListingLinks.Known known) {
			Link link = known.link();
			return new KnownLink(known.id(), link.contact(), link.page(), known.state().code(), link.issued(),
					link.expires(), link.revoked(), link.opened(), link.lastOpened(), link.mailing());
		}

	}

}
