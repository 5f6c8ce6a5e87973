package dev.insyn.audit;

import java.util.function.Consumer;

import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Records every message of every topic, also one that nobody can read: it happened all the same.
@Configuration(proxyBeanMethods = false)
class RecordingEvents {

	private final Chains chains;

	private final ChainKey key;

	private final ChainNames names;

	private final JsonMapper json;

	RecordingEvents(Chains chains, ChainKey key, ChainNames names, JsonMapper json) {
		this.chains = chains;
		this.key = key;
		this.names = names;
		this.json = json;
	}

	@Bean
	Consumer<Message<byte[]>> audit() {
		return this::record;
	}

	void record(Message<?> message) {
		ReceivedHeaders headers = new ReceivedHeaders(message.getHeaders());
		byte[] bytes = (message.getPayload() instanceof byte[] payload) ? payload : new byte[0];
		TenantId chain = headers.isEvent() ? this.names.of(headers.get("ce_tenant"), headers.topic())
				: ChainNames.UNATTRIBUTED;
		Payload payload = chain.equals(ChainNames.UNATTRIBUTED) ? Payload.withheld(Payload.NO_EVENT)
				: Payload.of(this.json, bytes);
		this.chains.append(chain, headers.place(), event(headers, bytes, payload));
	}

	private AuditedEvent event(ReceivedHeaders headers, byte[] bytes, Payload payload) {
		String type = headers.get("ce_type");
		String subject = headers.get("ce_subject");
		String contact = (payload.contact() == null && type.startsWith("contact.")) ? subject : payload.contact();
		return new AuditedEvent(headers.get("ce_id"), type, subject, headers.actor(), headers.get("ce_time"),
				headers.get("ce_source"), contact, payload.crmContact(), headers.find("traceparent"), payload.kept(),
				this.key.digest(bytes), payload.remark());
	}

}
