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

/// The colours and the logo of a tenant's page, asked of landing-page-service and kept for some minutes. A mail does without them
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
				.uri("/brand/{page}/mail?tenant={tenant}", page, tenant.value())
				.retrieve()
				.body(Brand.class);
			return (brand != null) ? brand.colours() : Colours.PLAIN;
		}
		catch (RestClientException away) {
			return Colours.PLAIN;
		}
	}

	private static boolean isColour(@Nullable String text) {
		return text != null && COLOUR.matcher(text).matches();
	}

	/// What a mail wears; colours as `#rrggbb`.
	///
	/// @param strong colour of what is pressed
	/// @param ink text on it
	/// @param ground on which the logo stands
	/// @param groundInk text on that
	/// @param logo null where there is none
	public record Colours(String strong, String ink, String ground, String groundInk, @Nullable Logo logo) {

		public static final Colours PLAIN = new Colours("#1b1e23", "#ffffff");

		/// Without a logo, the tenant's name stands on the strong colour.
		public Colours(String strong, String ink) {
			this(strong, ink, strong, ink, null);
		}

		/// The logo as the mail carries it.
		public @Nullable InlineImage image() {
			return (this.logo != null) ? new InlineImage(InlineImage.LOGO, this.logo.type(), this.logo.content())
					: null;
		}

	}

	/// A logo.
	///
	/// @param width as it is shown, in pixels
	@SuppressWarnings("ArrayRecordComponent") // never compared
	public record Logo(String type, int width, int height, byte[] content) {

		private static final Pattern TYPE = Pattern.compile("image/(png|jpeg)");

		private static final int LONGEST = 600;

		private static final int MOST_BYTES = 64_000;

		/// Whether a mail can carry it: what comes from elsewhere is not believed.
		@SuppressWarnings("ConstantValue") // what is read may lack anything
		boolean fits() {
			return this.type != null && TYPE.matcher(this.type).matches() && this.content != null
					&& this.content.length > 0 && this.content.length <= MOST_BYTES && this.width > 0
					&& this.width <= LONGEST && this.height > 0 && this.height <= LONGEST;
		}

	}

	private record Brand(@Nullable String colour, @Nullable String colourInk, @Nullable String masthead,
			@Nullable String mastheadInk, @Nullable Logo logo) {

		private Colours colours() {
			if (!isColour(this.colour) || !isColour(this.colourInk)) {
				return Colours.PLAIN;
			}
			Colours named = new Colours(String.valueOf(this.colour), String.valueOf(this.colourInk));
			return (this.logo != null && this.logo.fits() && isColour(this.masthead) && isColour(this.mastheadInk))
					? new Colours(named.strong(), named.ink(), String.valueOf(this.masthead),
							String.valueOf(this.mastheadInk), this.logo)
					: named;
		}

	}

	private record Kept(Colours colours, Instant until) {
	}

}
