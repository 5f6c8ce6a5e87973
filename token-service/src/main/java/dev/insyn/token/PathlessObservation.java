package dev.insyn.token;

import io.micrometer.common.KeyValue;

import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/// Traces name the pattern of an address, `/l/{token}`, where Spring would write the address itself.
@Component
class PathlessObservation extends DefaultServerRequestObservationConvention {

	@Override
	protected KeyValue httpUrl(ServerRequestObservationContext context) {
		String pattern = context.getPathPattern();
		return KeyValue.of("http.url", (pattern != null) ? pattern : "unknown");
	}

}
