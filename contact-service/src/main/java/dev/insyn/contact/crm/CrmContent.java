package dev.insyn.contact.crm;

import dev.insyn.contact.keys.EncryptionKeys;
import dev.insyn.platform.messaging.IncomingEvent;
import dev.insyn.platform.messaging.UnreadableEvent;
import dev.insyn.platform.sealing.CannotOpen;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Opens what a CRM sealed to this service, or takes it in plain from a tenant that allows that.
@Component
@EnableConfigurationProperties(CrmSettings.class)
class CrmContent {

	private final EncryptionKeys keys;

	private final CrmSettings settings;

	private final JsonMapper json;

	CrmContent(EncryptionKeys keys, CrmSettings settings, JsonMapper json) {
		this.keys = keys;
		this.settings = settings;
		this.json = json;
	}

	/// @throws UnreadableEvent if it can't be opened or read, or is plain where the
	/// tenant takes only sealed ones
	<T> T open(IncomingEvent<?> event, @Nullable String sealed, @Nullable Object plain, TypeReference<T> type) {
		if (sealed == null && (plain == null || !this.settings.allowsPlainValues(event.tenant()))) {
			throw new UnreadableEvent("Event " + event.id() + " has no sealed values, and the tenant takes no others");
		}
		try {
			byte[] content = (sealed != null) ? this.keys.open(sealed) : this.json.writeValueAsBytes(plain);
			return read(content, type);
		}
		catch (CannotOpen | JacksonException | IllegalArgumentException unreadable) {
			throw new UnreadableEvent("The values of event " + event.id() + " can't be opened or read");
		}
	}

	private <T> T read(byte[] content, TypeReference<T> type) {
		T read = this.json.readValue(content, type);
		if (read == null) {
			throw new IllegalArgumentException("Nothing");
		}
		return read;
	}

}
