package dev.insyn.fields;

import java.util.Map;

/// Carries a problem out of the depth of reading; control flow only, so it has no stack trace and no message.
final class Unreadable extends RuntimeException {

	final String code;

	final transient Map<String, String> args;

	Unreadable(String code, Map<String, String> args) {
		super(code, null, false, false);
		this.code = code;
		this.args = args;
	}

	Unreadable(String code) {
		this(code, Map.of());
	}

	static Unreadable of(String code, String arg, Object value) {
		return new Unreadable(code, Map.of(arg, value.toString()));
	}

}
