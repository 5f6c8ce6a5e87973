package dev.insyn.platform.messaging;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// A fact to publish. It gets its id and time when it is added to a document or sent.
///
/// @param subject the aggregate's id
/// @param key the Kafka key, which holds the order; null means `tenant:subject`
/// @param body a record that becomes the JSON body
public record OutgoingEvent(String topic, String type, TenantId tenant, String subject, @Nullable String key,
		Actor actor, Object body) {

	public OutgoingEvent(String topic, String type, TenantId tenant, String subject, Actor actor, Object body) {
		this(topic, type, tenant, subject, null, actor, body);
	}

	public String partitionKey() {
		return (this.key != null) ? this.key : this.tenant + ":" + this.subject;
	}

}
