package dev.insyn.notification.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.notification.PageUse;
import org.jspecify.annotations.Nullable;

/// A task for a user, because a contact used a page, or because somebody wrote it down.
///
/// @param use what it is about; no page where somebody wrote it down
/// @param subject the rule's own text, the same for every contact; its type where somebody wrote it down
/// @param own what somebody wrote down, sealed, since it may be about a person; null where a rule speaks
/// @param assignee a user's address, or whatever a rule says
/// @param done null while it is to be done
/// @param comments in the order in which they came
/// @param revision grows with each change of assignee or day
public record Activity(PageUse use, String type, String subject, @Nullable Own own, String assignee, LocalDate due,
		Instant at, @Nullable Done done, List<Comment> comments, long revision) {

	static final int MOST_COMMENTS = 100;

	@SuppressWarnings("ConstantValue") // what was written before there were comments has
										// none
	public Activity {
		comments = (comments != null) ? List.copyOf(comments) : List.of();
	}

	/// What a page's rule asks for.
	public static Activity because(PageUse use, String type, String subject, String assignee, LocalDate due,
			Instant now) {
		return new Activity(use, type, subject, null, assignee, due, now, null, List.of(), 1);
	}

	boolean isOpen() {
		return this.done == null;
	}

	Activity done(@Nullable Done how) {
		return new Activity(this.use, this.type, this.subject, this.own, this.assignee, this.due, this.at, how,
				this.comments, this.revision);
	}

	Activity planned(String who, LocalDate day) {
		return new Activity(this.use, this.type, this.subject, this.own, who, day, this.at, this.done, this.comments,
				this.revision + 1);
	}

	Activity commented(Comment comment) {
		List<Comment> more = new ArrayList<>(this.comments);
		more.add(comment);
		return new Activity(this.use, this.type, this.subject, this.own, this.assignee, this.due, this.at, this.done,
				more, this.revision);
	}

	@Override
	public String toString() {
		return "Activity[" + this.type + ", " + this.due + "]";
	}

	/// What somebody wrote down, sealed.
	@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never
												// compared
	public record Own(byte[] words) {

		@Override
		public String toString() {
			return "Own[]";
		}

	}

	/// When, and through whom.
	public record Done(Instant at, String by) {
	}

	/// What somebody added, sealed.
	///
	/// @param by the actor
	@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never
												// compared
	public record Comment(Instant at, String by, byte[] words) {

		@Override
		public String toString() {
			return "Comment[" + this.at + "]";
		}

	}

}
