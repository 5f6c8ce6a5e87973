package dev.insyn.page.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.events.LandingPagePublished;
import dev.insyn.platform.tenancy.Tenant;

/// The content that a tenant's page *edit own data* begins with: sensible as it stands, and the administrator's to change.
public final class StartingContent {

	private StartingContent() {
	}

	public static PageContent of(Tenant tenant) {
		String name = tenant.name();
		return new PageContent(PageKind.EDIT_OWN_DATA, "",
				text("Redigera egna data", "Edit own data", "Rediger egne data"), "standard", tenant.languages(),
				text("Dina uppgifter hos " + name, "Your data at " + name, "Opplysningene dine hos " + name),
				intro(name), header(), body(), reports(), List.of(HiddenField.date("updated-on")),
				text("Kontakten har själv uppdaterat sina uppgifter via landningssidan.",
						"The contact updated its own data on the landing page.",
						"Kontakten har selv oppdatert opplysningene sine via landingssiden."),
				text("Uppdatera mina uppgifter", "Update my data", "Oppdater opplysningene mine"),
				text("Tack för att du håller dina uppgifter aktuella.", "Thank you for keeping your data up to date.",
						"Takk for at du holder opplysningene dine oppdatert."),
				rules(tenant));
	}

	private static Localized intro(String name) {
		return text("Här ser du de uppgifter som **" + name
				+ "** har om dig. Rätta det som har blivit fel och fyll i det som saknas. Det tar ungefär en minut.",
				"Here you see the data that **" + name
						+ "** has about you. Correct what is wrong and fill in what is missing. It takes about a minute.",
				"Her ser du opplysningene som **" + name
						+ "** har om deg. Rett det som er feil, og fyll ut det som mangler. Det tar omtrent ett minutt.");
	}

	private static List<PageField> header() {
		return List.of(PageField.shown("customer-number"));
	}

	private static List<PageReport> reports() {
		return List.of(new PageReport("orders", PageReport.Of.CONTACT,
				text("Dina beställningar", "Your orders", "Bestillingene dine"),
				List.of("number", "date", "description", "amount", "status"),
				new PageReport.Order("date", PageReport.Direction.DESCENDING), 5, "P3Y"));
	}

	private static List<PageField> body() {
		return List.of(PageField.editable("first-name").asRequired().beginning(text("Om dig", "About you", "Om deg")),
				PageField.editable("last-name").asRequired(), PageField.editable("title"),
				PageField.editable("birth-date")
					.commented(text("Så att vi kan gratulera dig. Till exempel 1985-03-27.",
							"So that we can congratulate you. For example 1985-03-27.",
							"Så vi kan gratulere deg. For eksempel 27.3.1985.")),
				PageField.editable("email").beginning(text("Så når vi dig", "How we reach you", "Slik når vi deg")),
				PageField.editable("mobile")
					.headed(text("Mobiltelefon", "Mobile phone", "Mobiltelefon"))
					.commented(text("Vi skickar sms bara när en leverans är på väg.",
							"We text you only when a delivery is on its way.",
							"Vi sender SMS bare når en leveranse er på vei.")),
				PageField.editable("phone")
					.headed(text("Annat telefonnummer", "Other phone number", "Annet telefonnummer")),
				PageField.editable("address"),
				PageField.editable("country")
					.headed(text("Land som du handlar från", "Country that you shop from", "Landet du handler fra"))
					.commented(text("Avgör vilka priser och leveranssätt du ser.",
							"Decides which prices and deliveries you see.",
							"Avgjør hvilke priser og leveringsmåter du ser.")),
				PageField.editable("language")
					.headed(text("Språk i våra brev och mejl", "Language of our letters and emails",
							"Språk i brev og e-post fra oss"))
					.beginning(text("Vad du vill ha från oss", "What you want from us", "Hva du vil ha fra oss")),
				PageField.editable("newsletter")
					.headed(text("Vill du ha vårt nyhetsbrev?", "Do you want our newsletter?",
							"Vil du ha nyhetsbrevet vårt?"))
					.commented(text("En gång i månaden. Du kan säga nej när som helst.",
							"Once a month. You can say no at any time.",
							"En gang i måneden. Du kan si nei når som helst."))
					.asRequired()
					.preset("false"),
				PageField.editable("interests")
					.headed(text("Vad är du intresserad av?", "What are you interested in?",
							"Hva er du interessert i?"))
					.commented(text("Välj så många du vill.", "Choose as many as you like.", "Velg så mange du vil.")),
				PageField.editable("notes")
					.headed(text("Något annat vi borde veta?", "Anything else we should know?",
							"Noe annet vi bør vite?"))
					.commented(text("Till exempel portkod eller när du helst blir kontaktad.",
							"For example a door code, or when you prefer to be contacted.",
							"For eksempel portkode eller når du helst vil bli kontaktet.")));
	}

	private static PageRules rules(Tenant tenant) {
		List<String> notified = tenant.contactEmail().isBlank() ? List.of() : List.of(tenant.contactEmail());
		String language = tenant.languages().getFirst();
		return new PageRules(PageRules.LinkLifetime.never(), LandingPagePublished.Rules.CONTINUE, notified,
				new PageRules.ActivityRule("follow-up",
						text("Gå igenom ändrade kunduppgifter", "Review changed customer data",
								"Gå gjennom endrede kundeopplysninger")
							.in(language),
						notified.isEmpty() ? "admin" : notified.getFirst(), 3),
				true);
	}

	private static Localized text(String sv, String en, String nb) {
		Map<String, String> texts = new HashMap<>(Map.of("sv", sv, "en", en, "nb", nb));
		return new Localized(texts);
	}

}
