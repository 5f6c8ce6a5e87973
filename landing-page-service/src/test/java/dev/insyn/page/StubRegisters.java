package dev.insyn.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The field catalogue and the record types that [StubContactService] tells of.
final class StubRegisters {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private volatile String catalogue = resource("/catalogue.json");

	private volatile String recordTypes = resource("/record-types.json");

	String catalogue() {
		return this.catalogue;
	}

	String recordTypes() {
		return this.recordTypes;
	}

	void forgetWhy(String key) {
		this.catalogue = withoutPurpose(this.catalogue, key);
		this.recordTypes = withoutPurpose(this.recordTypes, key);
	}

	void guard(String key) {
		JsonNode entries = JSON.readTree(this.catalogue);
		for (JsonNode one : entries) {
			if (one.path("key").asString().equals(key)) {
				((ObjectNode) one).put("sensitivity", "sensitive");
			}
		}
		this.catalogue = entries.toString();
	}

	void reset() {
		this.catalogue = resource("/catalogue.json");
		this.recordTypes = resource("/record-types.json");
	}

	private static String withoutPurpose(String register, String key) {
		JsonNode entries = JSON.readTree(register);
		for (JsonNode one : entries) {
			if (one.path("key").asString().equals(key)) {
				((ObjectNode) one).putObject("purpose");
			}
		}
		return entries.toString();
	}

	private static String resource(String name) {
		try (InputStream stream = Objects.requireNonNull(StubRegisters.class.getResourceAsStream(name))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
