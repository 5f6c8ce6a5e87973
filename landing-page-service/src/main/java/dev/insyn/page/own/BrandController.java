package dev.insyn.page.own;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.theme.MailLogo;
import dev.insyn.page.theme.Themes;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.pagekit.Brand;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How a page looks, for the services that show something before or after it. Public data only; the gateway does not
/// route it.
@RestController
class BrandController {

	private final Pages pages;

	private final Themes themes;

	private final Tenants tenants;

	BrandController(Pages pages, Themes themes, Tenants tenants) {
		this.pages = pages;
		this.themes = themes;
		this.tenants = tenants;
	}

	/// @param page the page's number, or `-` for the tenant's standard look
	@GetMapping("/brand/{page}")
	PageBrand brand(@PathVariable String page, @RequestParam String tenant) {
		Tenant known = known(tenant);
		Optional<LivePage> live = page.equals("-") ? Optional.empty() : this.pages.live(known.id(), page);
		String theme = theme(live);
		return PageBrand.of(known, this.themes.brand(known.id(), theme), this.themes.light(known.id(), theme), live);
	}

	/// How mails about a page look. They carry what they show: nobody is to learn when a
	/// mail is read.
	/// @param page the page's number, or `-` for the tenant's standard look
	@GetMapping("/brand/{page}/mail")
	MailLook mail(@PathVariable String page, @RequestParam String tenant) {
		TenantId known = known(tenant).id();
		String theme = theme(page.equals("-") ? Optional.empty() : this.pages.live(known, page));
		Palette light = this.themes.light(known, theme);
		return new MailLook(light.brand().value(), light.brandInk().value(), light.masthead().value(),
				light.mastheadInk().value(), this.themes.mailLogo(known, theme).orElse(null));
	}

	private Tenant known(String tenant) {
		return this.tenants.find(new TenantId(tenant))
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-tenant", "No such tenant"));
	}

	private static String theme(Optional<LivePage> live) {
		return live.map((found) -> found.content().theme()).orElseGet(Themes::standard);
	}

	/// How a mail looks; colours as `#rrggbb`.
	///
	/// @param logo null where the theme has none
	record MailLook(String colour, String colourInk, String masthead, String mastheadInk, @Nullable MailLogo logo) {
	}

	/// Public data of a page.
	///
	/// @param colour the theme's strong colour, as `#rrggbb`
	/// @param colourInk text on it
	/// @param texts per language what the page is called, as `title`
	record PageBrand(String tenantName, @Nullable String logo, @Nullable String banner, @Nullable String css,
			@Nullable String contactEmail, String colour, String colourInk, List<String> languages,
			Map<String, Map<String, String>> texts) {

		static PageBrand of(Tenant tenant, Brand brand, Palette light, Optional<LivePage> page) {
			List<String> languages = page.map(LivePage::languages).orElse(tenant.languages());
			Map<String, Map<String, String>> texts = page.map((found) -> titles(found, languages)).orElse(Map.of());
			return new PageBrand(brand.name(), brand.logo(), brand.banner(), brand.css(), brand.contactEmail(),
					light.brand().value(), light.brandInk().value(), languages, texts);
		}

		private static Map<String, Map<String, String>> titles(LivePage page, List<String> languages) {
			Map<String, Map<String, String>> texts = new java.util.LinkedHashMap<>();
			languages.forEach((language) -> texts.put(language, Map.of("title", page.content().title().in(language))));
			return texts;
		}

	}

}
