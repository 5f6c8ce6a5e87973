package dev.insyn.notification.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.notification.NotificationWords;
import dev.insyn.notification.Pages;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// Says in the user's language what activities say in codes.
@Component
class ActivityWords {

	private final NotificationWords words;

	private final Pages pages;

	private final TenantUsers users;

	private final SealedWords sealed;

	private final Tenants tenants;

	private final Clock clock = Clock.systemUTC();

	ActivityWords(NotificationWords words, Pages pages, TenantUsers users, SealedWords sealed, Tenants tenants) {
		this.words = words;
		this.pages = pages;
		this.users = users;
		this.sealed = sealed;
		this.tenants = tenants;
	}

	Texts texts(UserCaller caller) {
		return this.words.texts(caller);
	}

	Times times(UserCaller caller) {
		return this.words.times(caller);
	}

	/// The day that it is where the tenant is.
	LocalDate today(UserCaller caller) {
		return LocalDate.now(this.clock.withZone(this.tenants.get(caller.tenant()).timeZone()));
	}

	Badge state(UserCaller caller, Activity activity) {
		Texts texts = texts(caller);
		if (!activity.isOpen()) {
			return Badge.good(texts.get("activity.done"));
		}
		int days = activity.due().compareTo(today(caller));
		return (days < 0) ? Badge.warning(texts.get("activity.overdue")) : (days == 0)
				? Badge.busy(texts.get("activity.due-today")) : Badge.neutral(texts.get("activity.upcoming"));
	}

	String subject(TenantId tenant, Stored<Activity> stored) {
		Activity.Own own = stored.state().own();
		return (own != null) ? this.sealed.open(tenant, stored.id(), own.words()) : stored.state().subject();
	}

	String comment(TenantId tenant, String activity, Activity.Comment comment) {
		return this.sealed.open(tenant, activity, comment.words());
	}

	/// A rule's type is its own word.
	String type(UserCaller caller, String type) {
		return texts(caller).find("activity.type." + type).orElse(type);
	}

	/// The name of whom it is for, where that is a user.
	String assignee(UserCaller caller, String assignee) {
		return TenantUsers.User.of(this.users.orNone(caller.tenant()), assignee)
			.map(TenantUsers.User::name)
			.orElse(assignee);
	}

	/// The name of a user who did something, else the kind of who did.
	String actor(UserCaller caller, String actor) {
		String[] parts = actor.split(":", 2);
		String id = (parts.length > 1) ? parts[1] : "";
		return this.users.orNone(caller.tenant())
			.stream()
			.filter((user) -> parts[0].equals("user") && user.id().equals(id))
			.findFirst()
			.map(TenantUsers.User::name)
			.orElseGet(() -> texts(caller).find("activity.actor." + parts[0]).orElse(actor));
	}

	/// Everybody whom an activity can be for; also who it is for now.
	List<Choice> assignees(UserCaller caller, String now) {
		List<TenantUsers.User> users = this.users.orNone(caller.tenant());
		List<Choice> choices = new ArrayList<>(
				users.stream().map((user) -> Choice.of(user.assignee(), user.name())).toList());
		if (!now.isEmpty() && TenantUsers.User.of(users, now).isEmpty()) {
			choices.add(Choice.of(now, now));
		}
		return choices;
	}

	/// As the choices have it.
	String chosen(UserCaller caller, String assignee) {
		return TenantUsers.User.of(this.users.orNone(caller.tenant()), assignee)
			.map(TenantUsers.User::assignee)
			.orElse(assignee);
	}

	String page(UserCaller caller, String page) {
		return this.pages.name(caller.tenant(), page, caller.language());
	}

	List<String> labels(UserCaller caller, String page, List<String> fields) {
		return this.pages.labels(caller.tenant(), page, fields, caller.language());
	}

}
