package dev.insyn.contact.segment.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Evaluating;
import dev.insyn.contact.segment.Evaluation;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.pagekit.console.Cell;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Shows how many a filter finds, as far as is known, and asks again until all is known.
@Component
class Counting {

	static final String ADDRESS = "/admin/segments/count";

	/// A few thousand contacts are counted before anybody notices.
	private static final Duration PATIENCE = Duration.ofMillis(400);

	private static final String TYPED = "input changed delay:600ms from:#segment";

	private final Evaluating evaluating;

	private final Contacts contacts;

	Counting(Evaluating evaluating, Contacts contacts) {
		this.evaluating = evaluating;
		this.contacts = contacts;
	}

	/// Beside the form in which the filter is built.
	/// @param filter null while it is unfinished
	Content beside(Screen screen, @Nullable Filter filter) {
		if (filter == null) {
			return Templates.count(new CountView(ADDRESS, null, TYPED, screen.say("segments.count"), null, "", false, 0,
					screen.say("segments.count.unfinished"), List.of()));
		}
		return count(screen, filter, ADDRESS, null);
	}

	/// On a saved segment's own screen, for who only looks.
	Content of(Screen screen, Filter filter, String address) {
		return count(screen, filter, null, address);
	}

	private Content count(Screen screen, Filter filter, @Nullable String post, @Nullable String get) {
		Evaluation.Standing standing = this.evaluating.ask(screen.user().tenant(), filter, PATIENCE);
		boolean running = standing.isRunning();
		String again = running ? "load delay:700ms" : null;
		String trigger = (post == null) ? again : (again != null) ? again + ", " + TYPED : TYPED;
		boolean known = running || standing.isDone();
		return Templates.count(new CountView(post, (trigger != null) ? get : null, trigger,
				screen.say("segments.count"), known ? figure(screen, standing) : null,
				screen.say((standing.matched() == 1) ? "segments.count.one" : "segments.count.other"), running,
				(int) (standing.looked() * 100), note(screen, standing), first(screen, standing.first())));
	}

	/// While it is counted, how many there will be: who waits wants to know that, and not
	/// how many have been found so far.
	private static String figure(Screen screen, Evaluation.Standing standing) {
		String found = Cell.figure(screen.texts(), standing.matched());
		OptionalLong likely = standing.isRunning() ? standing.likely() : OptionalLong.empty();
		return likely.isPresent() ? screen.say("segments.count.about", Cell.figure(screen.texts(), likely.getAsLong()))
				: found;
	}

	private static String note(Screen screen, Evaluation.Standing standing) {
		return (standing.isRunning() && standing.likely().isPresent())
				? screen.say("segments.count.so-far", Cell.figure(screen.texts(), standing.matched()))
				: screen.say(note(standing));
	}

	private static String note(Evaluation.Standing standing) {
		return switch (standing.state()) {
			case RUNNING -> "segments.count.running";
			case DONE -> (standing.matched() == 0) ? "segments.count.nobody" : "segments.count.done";
			case FAILED, LEFT -> "segments.count.failed";
		};
	}

	private List<CountView.First> first(Screen screen, List<String> ids) {
		Map<String, Contact> open = new HashMap<>();
		this.contacts.all(screen.user().tenant(), ids.stream().map(ContactId::new).toList())
			.forEach((contact) -> open.put(contact.id().value(), contact));
		return ids.stream().map(open::get).filter(Objects::nonNull).map((contact) -> first(screen, contact)).toList();
	}

	private static CountView.First first(Screen screen, Contact contact) {
		String name = contact.displayName();
		Object email = contact.value(Contact.EMAIL);
		boolean named = !name.isEmpty() && !name.equals(email);
		return new CountView.First("/admin/contacts/" + contact.id(), named ? name : screen.say("contacts.nameless"),
				(email != null) ? Cell.masked(screen.texts(), String.valueOf(email)) : Cell.none(screen.texts()));
	}

}
