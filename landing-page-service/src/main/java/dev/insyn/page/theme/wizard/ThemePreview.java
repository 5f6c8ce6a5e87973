package dev.insyn.page.theme.wizard;

import java.nio.charset.StandardCharsets;

import dev.insyn.page.theme.Look;
import dev.insyn.page.theme.Theme;
import dev.insyn.page.theme.ThemeProblem;
import dev.insyn.page.theme.Themes;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.LanguageLink;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A contact's page in a theme, saved or not: page-kit's own layout and components with the data of nobody. What is typed
/// comes in the address; of what is wrong the saved value is shown.
@RestController
@RequiredLevel(RequiredLevel.READS)
class ThemePreview {

	private static final TextBook BOOK = TextBook.with("/dev/insyn/page/texts/", "/dev/insyn/page/theme/sample/");

	private final Themes themes;

	private final Tenants tenants;

	ThemePreview(Themes themes, Tenants tenants) {
		this.themes = themes;
		this.tenants = tenants;
	}

	@GetMapping(path = "/admin/themes/{id}/preview", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> page(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed,
			HttpServletRequest request, UserCaller caller) {
		Draft draft = draft(id, typed, caller);
		Tenant tenant = this.tenants.get(caller.tenant());
		Texts texts = BOOK.in(tenant.languages().getFirst());
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		String css = draft.address() + "/preview.css" + query;
		Frame frame = new Frame(texts, texts.get("sample.title", tenant.name()),
				this.themes.brand(caller.tenant(), draft.pictures(), css),
				tenant.languages()
					.stream()
					.map((language) -> new LanguageLink(language, "#main", language.equals(texts.language())))
					.toList());
		return ResponseEntity.ok(Kit.page(frame, Templates.sample(texts, tenant.name())));
	}

	/// @param scheme `light` or `dark`, whatever the device is; a theme without a dark
	/// scheme stays light
	@GetMapping("/admin/themes/{id}/preview.css")
	ResponseEntity<byte[]> style(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed,
			@RequestParam(defaultValue = "") String scheme, UserCaller caller) {
		Look look = draft(id, typed, caller).look();
		String forced = !look.darkScheme() || scheme.equals("light") ? ":root{color-scheme:light}\n"
				: scheme.equals("dark") ? ":root{color-scheme:dark}\n" : "";
		return ResponseEntity.ok()
			.header("Content-Type", "text/css;charset=utf-8")
			.header("Cache-Control", "no-store")
			.body((look.css() + forced).getBytes(StandardCharsets.UTF_8));
	}

	private Draft draft(String id, MultiValueMap<String, String> typed, UserCaller caller) {
		Theme saved = this.themes.load(caller.tenant(), id.equals(Draft.NEW) ? Themes.standard() : id)
			.orElseThrow(ThemeProblem::noSuchTheme)
			.state();
		return typed.containsKey("light.brand") ? Draft.of(id, saved, typed) : Draft.of(id, saved);
	}

}
