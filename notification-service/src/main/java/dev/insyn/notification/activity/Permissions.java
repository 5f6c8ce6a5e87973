package dev.insyn.notification.activity;

import java.util.Set;

import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;

import org.springframework.stereotype.Component;

/// Who may do what with activities: users from level 50 on, and whoever an activity is for.
@Component
class Permissions {

	private final TenantUsers users;

	Permissions(TenantUsers users) {
		this.users = users;
	}

	boolean may(UserCaller user, Activity activity) {
		return user.may(RequiredLevel.SENDS) || names(user).contains(activity.assignee());
	}

	/// @throws dev.insyn.platform.errors.Problem 403 if it is for somebody else and the
	/// level is too low
	void require(UserCaller user, Activity activity) {
		if (!may(user, activity)) {
			user.require(RequiredLevel.SENDS);
		}
	}

	/// All that a rule may mean the user by.
	Set<String> names(UserCaller user) {
		return this.users.orNone(user.tenant())
			.stream()
			.filter((one) -> one.id().equals(user.user()))
			.findFirst()
			.map(TenantUsers.User::names)
			.orElse(Set.of(user.user()));
	}

}
