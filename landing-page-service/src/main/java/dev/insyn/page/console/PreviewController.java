package dev.insyn.page.console;

import java.util.List;
import java.util.Locale;

import dev.insyn.page.editing.Checks;
import dev.insyn.page.own.PagePreviews;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.contacts.ChoosingContacts;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The page as contacts would see it: of the saved draft, or of what stands in a form and is not saved.
@RestController
@RequestMapping(path = EditorController.PAGE, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class PreviewController {

	private final Pages pages;

	private final Checks checks;

	private final PagePreviews previews;

	private final ChoosingContacts contacts;

	private final PageScreens screens;

	private final HiddenTab hidden;

	private final EditorScreens editors;

	private final Tenants tenants;

	PreviewController(Pages pages, Checks checks, PagePreviews previews, ChoosingContacts contacts, PageScreens screens,
			HiddenTab hidden, EditorScreens editors, Tenants tenants) {
		this.pages = pages;
		this.checks = checks;
		this.previews = previews;
		this.contacts = contacts;
		this.screens = screens;
		this.hidden = hidden;
		this.editors = editors;
		this.tenants = tenants;
	}

	@GetMapping("/preview")
	Content saved(@PathVariable String page, UserCaller caller, ConsoleUser user,
			@RequestParam(defaultValue = "") String tab, @RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String contact) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		return draw(stored, this.pages.draft(stored), this.checks.recentRegister(caller.tenant()), user,
				new Asked(lang, contact));
	}

	@PostMapping(path = "/preview", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Content typed(@PathVariable String page, UserCaller caller, ConsoleUser user,
			@RequestParam MultiValueMap<String, String> posted, @RequestParam(defaultValue = "") String tab,
			@RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String contact) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Register register = this.checks.recentRegister(caller.tenant());
		PageContent typed = this.screens.tab(tab)
			.read(new FormValues(posted), this.pages.draft(stored), register, locale(user, caller));
		return draw(stored, typed, register, user, new Asked(lang, contact));
	}

	/// What the log note would say.
	@PostMapping(path = "/hidden/note", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Content note(@PathVariable String page, UserCaller caller, ConsoleUser user,
			@RequestParam MultiValueMap<String, String> posted) {
		Stored<LandingPage> stored = this.pages.get(caller.tenant(), page);
		Register register = this.checks.recentRegister(caller.tenant());
		FormValues form = new FormValues(posted);
		PageContent typed = this.hidden.read(form, this.pages.draft(stored), register, locale(user, caller));
		return Templates
			.plain(this.hidden.example(this.editors.editing(user, stored, typed, register, form, List.of())));
	}

	/// Contacts to choose from. What is searched for stands in no address.
	@PostMapping(path = "/preview/contacts", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Content contacts(@PathVariable String page, UserCaller caller, ConsoleUser user,
			@RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "content") String tab) {
		Texts texts = this.screens.texts(user);
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("page.preview.choose"), Section.LANDING_PAGES, user)
			.under(page, PageScreens.address(page));
		String back = PageScreens.address(page) + "/" + this.screens.tab(tab).key();
		String here = PageScreens.address(page) + "/preview/contacts?tab=" + this.screens.tab(tab).key();
		return Console.page(frame.action(Action.link(texts.get("page.preview.sample"), back)), Console.chooser(texts,
				this.contacts.chooser(texts, here, q, (contact) -> back + "?contact=" + contact)));
	}

	private Content draw(Stored<LandingPage> stored, PageContent content, Register register, ConsoleUser user,
			Asked asked) {
		String contact = asked.contact();
		LivePage page = LivePage.draft(this.tenants.get(stored.tenant()), stored.id(), content, register);
		return this.previews.draw(page, asked.lang(), (contact == null || contact.isBlank()) ? null : contact)
			.orElseGet(() -> Templates.noPreview(this.screens.texts(user)));
	}

	private Locale locale(ConsoleUser user, UserCaller caller) {
		return EditorScreens.locale(user, this.tenants.get(caller.tenant()));
	}

	/// How the page is to be shown.
	private record Asked(@Nullable String lang, @Nullable String contact) {

	}

}
