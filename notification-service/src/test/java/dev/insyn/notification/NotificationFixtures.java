package dev.insyn.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;

/// Nordcykel's page P05, which tells two users and asks Karin to follow up, and Anna, who used it.
final class NotificationFixtures {

	static final TenantId NORDCYKEL = new TenantId("nordcykel");

	static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T22:30:00Z");

	private NotificationFixtures() {
	}

	static Tenant nordcykel() {
		return nordcykel("sv");
	}

	static Tenant nordcykel(String language) {
		return new Tenant(NORDCYKEL, "Nordcykel AB", List.of(language, "en"), ZoneId.of("Europe/Stockholm"), "SE",
				"kundservice@nordcykel.example");
	}

	static PageRules p05(String... recipients) {
		return new PageRules("P05", 3, Map.of("sv", "Redigera egna data", "en", "Edit own data"), List.of(recipients),
				new PageRules.ActivityRule("call", "Följ upp ändrade uppgifter", "karin", 7),
				List.of(new PageRules.Field("email", Map.of("sv", "E-post", "en", "E-mail")),
						new PageRules.Field("phone", Map.of("sv", "Telefon", "en", "Phone")),
						new PageRules.Field("address", Map.of("sv", "Adress", "en", "Address"))));
	}

	static PageUse use(String... fields) {
		return new PageUse("anna-7", "P05", List.of(fields), FRIDAY_EVENING, "event-1");
	}

	static DeliverySettings delivery() {
		return new DeliverySettings(Map.of(), List.of(), 100, Duration.ofSeconds(10));
	}

	static NotificationSettings settings() {
		return settings("https://crm.example/{tenant}/contacts/{contact}");
	}

	static NotificationSettings settings(String contactLink) {
		return new NotificationSettings("no-reply@insyn.example", contactLink, 4, Duration.ofSeconds(2),
				Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMinutes(5),
				Duration.ofDays(3), Duration.ofDays(400));
	}

}
