package dev.insyn.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the log may keep of an event's payload, and what it learns from it.
///
/// A log that can't forget may hold only what becomes unreadable by itself: ids, codes, and values sealed under a key that
/// erasure destroys. Of a payload that holds, or may hold, personal data in plain it keeps a keyed digest.
record Payload(byte @Nullable [] kept, @Nullable String contact, @Nullable String crmContact, @Nullable String remark) {

	static final String PLAIN_VALUES = "withheld: plain values";

	static final String NO_EVENT = "withheld: not an event of a tenant";

	static final String UNREADABLE = "withheld: no JSON object";

	static Payload of(JsonMapper json, byte[] bytes) {
		JsonNode body = parse(json, bytes);
		if (body == null || !body.isObject()) {
			return withheld(UNREADABLE);
		}
		boolean plain = body.hasNonNull("values");
		return new Payload(plain ? null : bytes, text(body, "contact"), crmContact(body), plain ? PLAIN_VALUES : null);
	}

	static Payload withheld(String remark) {
		return new Payload(null, null, null, remark);
	}

	private static @Nullable JsonNode parse(JsonMapper json, byte[] bytes) {
		try {
			return json.readTree(bytes);
		}
		catch (JacksonException unreadable) {
			return null;
		}
	}

	private static @Nullable String crmContact(JsonNode body) {
		String source = text(body, "source");
		String crmId = text(body, "crmId");
		return (source != null && crmId != null) ? source + "|" + crmId : null;
	}

	private static @Nullable String text(JsonNode body, String field) {
		JsonNode value = body.get(field);
		return (value != null && value.isString()) ? value.stringValue() : null;
	}

}
