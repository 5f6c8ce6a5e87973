package dev.insyn.notification;

/// A page was used before its publishing reached this service: topics have no common order, so trying again helps.
final class RulesNotKnownYet extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RulesNotKnownYet(String page) {
		super("No rules received of page " + page);
	}

}
