package dev.insyn.notification.activity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// An activity that somebody writes down.
///
/// @param contact whom it is about
record NewActivity(String contact, String type, String subject, String assignee, LocalDate due) {

	static final List<String> TYPES = List.of("task", "call", "mail", "meeting");

	static final int LONGEST_SUBJECT = 200;

	static final int LONGEST_COMMENT = 2000;

	private static final int LONGEST_ASSIGNEE = 200;

	private static final Pattern CONTACT = Pattern.compile("[a-z2-7]{26}");

	@Override
	public String toString() {
		return "NewActivity[" + this.type + "]";
	}

	/// @throws Invalid with what is wrong, by member
	static NewActivity read(@Nullable String contact, @Nullable String type, @Nullable String subject,
			@Nullable String assignee, @Nullable String due) {
		Map<String, String> wrong = new LinkedHashMap<>();
		if (contact == null || !CONTACT.matcher(contact.strip()).matches()) {
			wrong.put("contact", "contact");
		}
		if (type == null || !TYPES.contains(type)) {
			wrong.put("type", "type");
		}
		if (!isLine(subject, LONGEST_SUBJECT)) {
			wrong.put("subject", "text");
		}
		LocalDate day = plan(assignee, due, wrong);
		if (!wrong.isEmpty()) {
			throw new Invalid(wrong);
		}
		return new NewActivity(text(contact), text(type), text(subject), text(assignee), Objects.requireNonNull(day));
	}

	/// @throws Invalid with what is wrong, by member
	static LocalDate day(@Nullable String assignee, @Nullable String due) {
		Map<String, String> wrong = new LinkedHashMap<>();
		LocalDate day = plan(assignee, due, wrong);
		if (day == null || !wrong.isEmpty()) {
			throw new Invalid(wrong);
		}
		return day;
	}

	/// @throws Invalid if it is empty or too long
	static String comment(@Nullable String text) {
		String words = (text != null) ? text.strip().replace("\r\n", "\n") : "";
		if (words.isEmpty() || words.length() > LONGEST_COMMENT || words.codePoints()
			.anyMatch((letter) -> Character.isISOControl(letter) && letter != '\n' && letter != '\t')) {
			throw new Invalid(Map.of("text", "text"));
		}
		return words;
	}

	private static @Nullable LocalDate plan(@Nullable String assignee, @Nullable String due,
			Map<String, String> wrong) {
		if (!isLine(assignee, LONGEST_ASSIGNEE)) {
			wrong.put("assignee", "assignee");
		}
		try {
			LocalDate day = LocalDate.parse(text(due));
			if (day.getYear() < 2000 || day.getYear() > 2200) {
				wrong.put("due", "date");
			}
			return day;
		}
		catch (DateTimeParseException none) {
			wrong.put("due", "date");
			return null;
		}
	}

	private static boolean isLine(@Nullable String text, int longest) {
		return text != null && !text.isBlank() && text.strip().length() <= longest
				&& text.codePoints().noneMatch(Character::isISOControl);
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	/// It can't be as it was sent.
	static final class Invalid extends Problem {

		private static final long serialVersionUID = 1L;

		private final transient Map<String, String> wrong;

		Invalid(Map<String, String> wrong) {
			super(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-activity",
					wrong.size() + " part(s) of the activity are not as they should be");
			this.wrong = Map.copyOf(wrong);
			with("errors",
					wrong.entrySet()
						.stream()
						.map((one) -> Map.of("member", one.getKey(), "code", one.getValue()))
						.toList());
		}

		/// Codes by member.
		Map<String, String> wrong() {
			return this.wrong;
		}

	}

}
