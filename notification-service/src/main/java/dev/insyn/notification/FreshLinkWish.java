package dev.insyn.notification;

import java.util.List;

/// What a mail with fresh links is to bring, in the words in which it waits: `sv P05 P07`. Ids alone; links are issued when
/// the mail is written.
///
/// @param language in which the contact asked
/// @param pages a link to each
record FreshLinkWish(String language, List<String> pages) {

	static FreshLinkWish parse(String words) {
		List<String> all = List.of(words.split(" "));
		return new FreshLinkWish(all.getFirst(), all.subList(1, all.size()));
	}

	@Override
	public String toString() {
		return this.language + " " + String.join(" ", this.pages);
	}

}
