package dev.insyn.token.link;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;

/// Which links: those of a contact, of a page, of a mailing.
record LinkFilter(@Nullable String contact, @Nullable String page, @Nullable String mailing) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/// What can't be a name fits no link, rather than all.
	private static final String NOTHING = "-";

	LinkFilter {
		contact = named(contact);
		page = named(page);
		mailing = named(mailing);
	}

	private static @Nullable String named(@Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		return NAME.matcher(value).matches() ? value : NOTHING;
	}

	static LinkFilter ofContact(String contact) {
		return new LinkFilter(contact, null, null);
	}

	static LinkFilter ofPage(String page) {
		return new LinkFilter(null, page, null);
	}

	/// Whether it names exactly one thing, so that nobody means less and revokes more.
	boolean namesOne() {
		return Stream.of(this.contact, this.page, this.mailing).filter(Objects::nonNull).count() == 1;
	}

	Criteria criteria() {
		Criteria criteria = new Criteria();
		if (this.contact != null) {
			criteria = criteria.and("contact").is(this.contact);
		}
		if (this.page != null) {
			criteria = criteria.and("page").is(this.page);
		}
		if (this.mailing != null) {
			criteria = criteria.and("mailing").is(this.mailing);
		}
		return criteria;
	}

}
