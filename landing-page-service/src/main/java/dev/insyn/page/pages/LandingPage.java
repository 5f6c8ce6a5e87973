package dev.insyn.page.pages;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A page: what is being worked on, and the version that contacts see.
public record LandingPage(PageContent draft, @Nullable PublishedVersion published) {

	static LandingPage drafted(PageContent content) {
		return new LandingPage(content, null);
	}

	/// Makes the draft the version that contacts see, with the definitions that its
	/// fields have now.
	/// @throws NotPublishable if a field lacks what the GDPR's Art. 13 asks to tell
	LandingPage publish(Register register, Instant now) {
		int version = (this.published != null) ? this.published.version() + 1 : 1;
		return new LandingPage(this.draft, PublishedVersion.of(version, now, this.draft, register));
	}

}
