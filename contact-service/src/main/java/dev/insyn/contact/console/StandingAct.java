package dev.insyn.contact.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.insyn.contact.Standing;
import dev.insyn.platform.security.RequiredLevel;

/// What a user can do about a contact's rights.
enum StandingAct {

	OBJECT(RequiredLevel.SENDS, true), LIFT_OBJECTION(RequiredLevel.SENDS, false),

	RESTRICT(RequiredLevel.CONFIGURES, true), LIFT_RESTRICTION(RequiredLevel.CONFIGURES, false);

	private final int level;

	private final boolean forbids;

	StandingAct(int level, boolean forbids) {
		this.level = level;
		this.forbids = forbids;
	}

	/// What can be done at present.
	static List<StandingAct> on(Standing standing) {
		return List.of(standing.objected() ? LIFT_OBJECTION : OBJECT,
				standing.restricted() ? LIFT_RESTRICTION : RESTRICT);
	}

	/// @param code one of those that addresses name
	static StandingAct of(String code) {
		return Stream.of(values()).filter((act) -> act.code().equals(code)).findFirst().orElseThrow();
	}

	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	int level() {
		return this.level;
	}

	boolean forbids() {
		return this.forbids;
	}

}
