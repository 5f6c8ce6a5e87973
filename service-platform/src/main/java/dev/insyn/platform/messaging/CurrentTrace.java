package dev.insyn.platform.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/// The trace this thread works in, as W3C trace context writes it.
final class CurrentTrace {

	static final String HEADER = "traceparent";

	private final @Nullable Tracer tracer;

	CurrentTrace(@Nullable Tracer tracer) {
		this.tracer = tracer;
	}

	@Nullable String parent() {
		Span span = (this.tracer != null) ? this.tracer.currentSpan() : null;
		if (span == null || span.context().traceId().isEmpty()) {
			return null;
		}
		TraceContext context = span.context();
		return "00-" + context.traceId() + "-" + context.spanId()
				+ (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
	}

}
