package dev.insyn.notification.activity;

import java.util.List;
import java.util.Map;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Writing down an activity, and choosing the daily mail.
final class ActivityForms {

	private final ActivityWords words;

	private final UserCaller caller;

	private final ConsoleUser user;

	private final Texts texts;

	ActivityForms(ActivityWords words, UserCaller caller, ConsoleUser user) {
		this.words = words;
		this.caller = caller;
		this.user = user;
		this.texts = words.texts(caller);
	}

	/// @param wrong codes by member
	Content blank(Map<String, String> typed, Map<String, String> wrong) {
		List<Choice> types = NewActivity.TYPES.stream()
			.map((type) -> Choice.of(type, say("activity.type." + type)))
			.toList();
		Form form = Form.post("activity", ActivityScreens.ADDRESS + "/new")
			.fields(Field.text("subject", say("activity.subject"))
				.value(typed.get("subject"))
				.hint(say("activity.subject.hint"))
				.atMost(NewActivity.LONGEST_SUBJECT)
				.required()
				.error(error(wrong, "subject")),
					Field.radios("type", say("activity.type"), types)
						.value(typed.getOrDefault("type", "task"))
						.error(error(wrong, "type")),
					assignee(typed.getOrDefault("assignee", this.words.chosen(this.caller, this.caller.user())), wrong),
					due(typed.getOrDefault("due", ""), wrong),
					Field.text("contact", say("activity.contact-id"))
						.value(typed.get("contact"))
						.hint(say("activity.contact-id.hint"))
						.required()
						.error(error(wrong, "contact")))
			.submit(say("activity.create"))
			.cancel(say("console.cancel"), ActivityScreens.ADDRESS);
		return Console.page(frame("activity.new"), Console.form(this.texts, form));
	}

	Content digest(boolean on) {
		Form form = Form.post("digest", ActivityScreens.ADDRESS + "/digest")
			.fields(Field.checkbox("on", say("activity.digest.on")).on(on).hint(say("activity.digest.hint")))
			.submit(say("activity.save"))
			.cancel(say("console.cancel"), ActivityScreens.ADDRESS);
		return Console.page(frame("activity.digest.title"), Console.form(this.texts, form));
	}

	Field assignee(String now, Map<String, String> wrong) {
		String chosen = this.words.chosen(this.caller, now);
		List<Choice> choices = this.words.assignees(this.caller, chosen);
		Field field = choices.isEmpty() ? Field.text("assignee", say("activity.assignee"))
				: Field.select("assignee", say("activity.assignee"), choices);
		return field.value(chosen).required().error(error(wrong, "assignee"));
	}

	Field due(String day, Map<String, String> wrong) {
		return Field.date("due", say("activity.due")).value(day).required().error(error(wrong, "due"));
	}

	private @Nullable String error(Map<String, String> wrong, String member) {
		String code = wrong.get(member);
		return (code != null) ? say("activity.wrong." + code) : null;
	}

	private ConsoleFrame frame(String title) {
		return ConsoleFrame.of(this.texts, say(title), Section.ACTIVITIES, this.user);
	}

	private String say(String key) {
		return this.texts.get(key);
	}

}
