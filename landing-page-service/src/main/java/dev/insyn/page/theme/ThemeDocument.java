package dev.insyn.page.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.insyn.platform.errors.Problem;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;

/// The members of a theme that a client sent. What only we write is passed over, so that an answer can be sent back changed;
/// a member that does not exist is refused, since it is a mistake or a try.
final class ThemeDocument {

	private static final Set<String> OURS = Set.of("id", "standard", "logo", "banner", "revision", "hash", "pages",
			"contrast");

	private ThemeDocument() {
	}

	static Map<String, String> members(JsonNode body) {
		if (!body.isObject()) {
			throw new Problem(HttpStatus.BAD_REQUEST, "urn:insyn:problem:invalid-request", "A theme is an object");
		}
		Map<String, String> members = new LinkedHashMap<>();
		body.properties().forEach((member) -> {
			if (!OURS.contains(member.getKey())) {
				add(members, member.getKey(), member.getValue());
			}
		});
		return members;
	}

	private static void add(Map<String, String> members, String name, JsonNode value) {
		if (value.isObject() && !name.contains(".")) {
			value.properties().forEach((inner) -> add(members, name + "." + inner.getKey(), inner.getValue()));
		}
		else {
			members.put(shortened(name), value.isValueNode() && !value.isNull() ? value.asString() : "\u0000");
		}
	}

	/// A member's name comes back in the answer.
	private static String shortened(String name) {
		return (name.length() > 40) ? name.substring(0, 40) : name;
	}

}
