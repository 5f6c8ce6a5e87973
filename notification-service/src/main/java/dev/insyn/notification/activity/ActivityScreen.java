package dev.insyn.notification.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.insyn.notification.PageUse;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One activity: what is to be done, why, for whom and by when, and what was said about it.
final class ActivityScreen {

	private final ActivityWords words;

	private final UserCaller caller;

	private final ConsoleUser user;

	private final Stored<Activity> stored;

	private final boolean may;

	private final Texts texts;

	/// @param may whether the user may change it
	ActivityScreen(ActivityWords words, UserCaller caller, ConsoleUser user, Stored<Activity> stored, boolean may) {
		this.words = words;
		this.caller = caller;
		this.user = user;
		this.stored = stored;
		this.may = may;
		this.texts = words.texts(caller);
	}

	/// @param typed what was sent and refused; empty otherwise
	/// @param wrong codes by member
	/// @param problem the key of a warning
	Content draw(Map<String, String> typed, Map<String, String> wrong, @Nullable String problem,
			@Nullable String done) {
		Activity activity = this.stored.state();
		ConsoleFrame frame = ConsoleFrame
			.of(this.texts, this.words.subject(this.caller.tenant(), this.stored), Section.ACTIVITIES, this.user)
			.state(this.words.state(this.caller, activity))
			.done(done);
		if (this.may) {
			String act = activity.isOpen() ? "done" : "reopen";
			Action turn = Action.post(say("activity." + act + ".do"), address() + "/" + act);
			frame = frame.action(activity.isOpen() ? turn.primary() : turn);
		}
		Content notice = (problem == null) ? Console.nothing()
				: Kit.notice(this.texts, Notice.of(Notice.Kind.WARNING, say(problem), say(problem + ".text")));
		return Console.page(frame, notice,
				Console.beside(Console.all(comments(activity), this.may ? comment(typed, wrong) : Console.nothing()),
						Console.all(Console.card(say("activity.todo"), Console.facts(todo(activity))),
								this.may ? plan(activity, typed, wrong) : Console.nothing(),
								Console.card(say("activity.why"), Console.facts(why(activity))))));
	}

	private Content comments(Activity activity) {
		Times times = this.words.times(this.caller);
		List<Content> said = new ArrayList<>();
		activity.comments()
			.forEach((comment) -> said
				.add(Console.card(this.words.actor(this.caller, comment.by()), times.ago(comment.at()),
						Console.all(this.words.comment(this.caller.tenant(), this.stored.id(), comment)
							.lines()
							.map(Console::paragraph)
							.toArray(Content[]::new)))));
		if (said.isEmpty()) {
			said.add(Console.card(say("activity.comments"), Console.paragraph(say("activity.comments.none"))));
		}
		return Console.all(said.toArray(Content[]::new));
	}

	private Content comment(Map<String, String> typed, Map<String, String> wrong) {
		Form form = Form.post("comment", address() + "/comment")
			.fields(Field.lines("text", say("activity.comment"), 3)
				.value(typed.getOrDefault("text", ""))
				.atMost(NewActivity.LONGEST_COMMENT)
				.error(wrong.containsKey("text") ? say("activity.wrong.text") : null))
			.submit(say("activity.comment.do"));
		return Console.form(this.texts, form);
	}

	private Content plan(Activity activity, Map<String, String> typed, Map<String, String> wrong) {
		ActivityForms fields = new ActivityForms(this.words, this.caller, this.user);
		Form form = Form.post("plan", address())
			.hidden("version", String.valueOf(activity.revision()))
			.fields(fields.assignee(typed.getOrDefault("assignee", activity.assignee()), wrong),
					fields.due(typed.getOrDefault("due", activity.due().toString()), wrong))
			.submit(say("activity.save"));
		return Console.card(say("activity.plan"), Console.form(this.texts, form));
	}

	private List<Fact> todo(Activity activity) {
		Times times = this.words.times(this.caller);
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(say("activity.type"), this.words.type(this.caller, activity.type())));
		if (!this.may) {
			facts.add(Fact.of(say("activity.due"), times.day(activity.due())));
			facts.add(Fact.of(say("activity.assignee"), this.words.assignee(this.caller, activity.assignee())));
		}
		Activity.Done done = activity.done();
		if (done != null) {
			facts.add(Fact.of(say("activity.done"),
					Console.all(Cell.text(this.words.actor(this.caller, done.by())), times.ago(done.at()))));
		}
		facts.add(Fact.of(say("activity.contact"),
				Cell.link(say("activity.contact.open"), "/admin/contacts/" + activity.use().contact())));
		return facts;
	}

	private List<Fact> why(Activity activity) {
		Times times = this.words.times(this.caller);
		PageUse use = activity.use();
		List<Fact> facts = new ArrayList<>();
		if (use.ofPage()) {
			facts.add(Fact.of(say("activity.page"),
					Cell.link(this.words.page(this.caller, use.page()), "/admin/pages/" + use.page())));
			facts.add(Fact.of(say("activity.fields"), Cell.textOrNone(this.texts,
					String.join(", ", this.words.labels(this.caller, use.page(), use.fields())))));
			facts.add(Fact.of(say("activity.used"), times.exact(use.at())));
		}
		else {
			facts.add(Fact.of(say("activity.page"), say("activity.by-hand")));
		}
		facts.add(Fact.of(say("activity.created"), times.exact(activity.at())));
		facts.add(Fact.of(say("activity.trail"),
				Cell.link(say("activity.trail.open"), "/admin/audit?contact=" + use.contact())));
		return facts;
	}

	private String address() {
		return ActivityScreens.ADDRESS + "/" + this.stored.id();
	}

	private String say(String key) {
		return this.texts.get(key);
	}

}
