package dev.insyn.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The colours of a tenant's page, asked of landing-page-service and kept for some minutes. A mail does without them
/// rather than wait.
@Component
public class TenantLook {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

	private final ServiceClients clients;

	private final Map<String, Kept> known = new ConcurrentHashMap<>();

	private final Clock clock = Clock.systemUTC();

	TenantLook(ServiceClients clients) {
		this.clients = clients;
	}

	public Colours of(TenantId tenant, String page) {
		Instant now = this.clock.instant();
		return this.known.compute(tenant + ":" + page, (key, kept) -> (kept != null && kept.until().isAfter(now)) ? kept
				: new Kept(ask(tenant, page), now.plus(KEPT)))
			.colours();
	}

	private Colours ask(TenantId tenant, String page) {
		try {
			Brand brand = this.clients.anonymous("landing-page")
				.build()
				.get()
				.uri("/brand/{page}?tenant={tenant}", page, tenant.value())
				.retrieve()
				.body(Brand.class);
			return (brand != null && isColour(brand.colour()) && isColour(brand.colourInk()))
					? new Colours(String.valueOf(brand.colour()), String.valueOf(brand.colourInk())) : Colours.PLAIN;
		}
		catch (RestClientException away) {
			return Colours.PLAIN;
		}
	}

	private static boolean isColour(@Nullable String text) {
		return text != null && COLOUR.matcher(text).matches();
	}

	/// A strong colour and the text on it, as `#rrggbb`.
	public record Colours(String strong, String ink) {

		public static final Colours PLAIN = new Colours("#1b1e23", "#ffffff");

	}

	private record Brand(@Nullable String colour, @Nullable String colourInk) {
	}

	private record Kept(Colours colours, Instant until) {
	}

}
