package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// What surrounds a console screen: who is signed in, where in the console it is, and the head of the page.
///
/// @param done the text of what was just done, shown as a toast
/// @param lead a sentence below the title
public record ConsoleFrame(Texts texts, String title, Section section, ConsoleUser user, List<Crumb> crumbs,
		@Nullable Badge state, @Nullable String lead, List<Action> actions, List<Action> more, List<Tab> tabs,
		@Nullable String done) {

	private static final Pattern DONE = Pattern.compile("[a-z0-9.-]{1,60}");

	/// A screen with nothing but a title.
	public static ConsoleFrame of(Texts texts, String title, Section section, ConsoleUser user) {
		return new ConsoleFrame(texts, title, section, user, List.of(), null, null, List.of(), List.of(), List.of(),
				null);
	}

	/// A page above this one; the section itself comes first by itself.
	public ConsoleFrame under(String label, String address) {
		return new ConsoleFrame(this.texts, this.title, this.section, this.user,
				added(this.crumbs, new Crumb(label, address)), this.state, this.lead, this.actions, this.more,
				this.tabs, this.done);
	}

	/// The state of what the screen shows, beside the title.
	public ConsoleFrame state(Badge badge) {
		return new ConsoleFrame(this.texts, this.title, this.section, this.user, this.crumbs, badge, this.lead,
				this.actions, this.more, this.tabs, this.done);
	}

	/// A sentence below the title.
	public ConsoleFrame lead(String sentence) {
		return new ConsoleFrame(this.texts, this.title, this.section, this.user, this.crumbs, this.state, sentence,
				this.actions, this.more, this.tabs, this.done);
	}

	/// What the user can do here; one of them should be primary, and it comes last.
	public ConsoleFrame action(Action action) {
		return new ConsoleFrame(this.texts, this.title, this.section, this.user, this.crumbs, this.state, this.lead,
				added(this.actions, action), this.more, this.tabs, this.done);
	}

	/// What the user can do less often: an entry of the menu beside the actions.
	public ConsoleFrame more(Action action) {
		return new ConsoleFrame(this.texts, this.title, this.section, this.user, this.crumbs, this.state, this.lead,
				this.actions, added(this.more, action), this.tabs, this.done);
	}

	/// One of the screens about the same thing.
	public ConsoleFrame tab(String label, String address, boolean current) {
		return new ConsoleFrame(this.texts, this.title, this.section, this.user, this.crumbs, this.state, this.lead,
				this.actions, this.more, added(this.tabs, new Tab(label, address, current)), this.done);
	}

	/// What was just done, from the address (`?done=saved` is the text `done.saved`).
	/// What is no key of a text is not
	/// shown, so nobody can put words into the console by a link.
	public ConsoleFrame done(@Nullable String key) {
		String text = Optional.ofNullable(key)
			.filter((word) -> DONE.matcher(word).matches())
			.flatMap((word) -> this.texts.find("done." + word))
			.orElse(null);
		return new ConsoleFrame(this.texts, this.title, this.section, this.user, this.crumbs, this.state, this.lead,
				this.actions, this.more, this.tabs, text);
	}

	/// The document title: what the screen is, then whose it is.
	public String documentTitle() {
		return this.title + " – " + this.user.tenantName();
	}

	/// The way here: the section, then what is between; none on the section's own first
	/// screen.
	public List<Crumb> path() {
		List<Crumb> path = new ArrayList<>();
		path.add(new Crumb(this.texts.get(this.section.key()), this.section.address()));
		path.addAll(this.crumbs);
		return (path.size() == 1 && path.getFirst().label().equals(this.title)) ? List.of() : path;
	}

	private static <T> List<T> added(List<T> list, T one) {
		List<T> more = new ArrayList<>(list);
		more.add(one);
		return List.copyOf(more);
	}

}
