package dev.insyn.token.link;

import java.util.List;
import java.util.Optional;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.templates.JtecontinueGenerated;
import dev.insyn.token.templates.JtedeadlinkGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Draws what people see around a link: a page that says nothing about anybody, in the tenant's look.
@Component
public class LinkScreens {

	private static final Brand NOBODY = Brand.named("Insyn");

	private static final String STANDARD_LOOK = "-";

	private static final String EMAIL = "email";

	private final TextBook book = TextBook.with("/dev/insyn/token/texts/");

	private final Brands brands;

	private final Tenants tenants;

	LinkScreens(Brands brands, Tenants tenants) {
		this.brands = brands;
		this.tenants = tenants;
	}

	/// The button.
	ResponseEntity<Content> button(Stored<Link> link, String token, Presses.Question question,
			@Nullable String languages) {
		Brands.PageBrand brand = this.brands.of(link.tenant(), link.state().page());
		Texts texts = this.book.choose(languages, brand.languages());
		ContinueView view = new ContinueView(texts, texts.get("link.heading", brand.brand().name()),
				List.of(texts.get("link.what"), texts.get("link.private")), "/l/" + token, question.proof(),
				question.pressed(), null, List.of());
		return page(HttpStatus.OK, texts, texts.get("link.title"), brand.brand(), content(view));
	}

	/// The button once more, with a number to type.
	/// @param wrong whether another number was typed before
	ResponseEntity<Content> number(Stored<Link> link, String token, Presses.Question question, boolean wrong,
			@Nullable String languages) {
		Brands.PageBrand brand = this.brands.of(link.tenant(), link.state().page());
		Texts texts = this.book.choose(languages, brand.languages());
		String error = wrong ? texts.get("link.press.wrong", question.number()) : null;
		FormField field = new FormField.Text(new FieldFrame("typed", texts.get("link.press.label", question.number()),
				null, error, FieldFrame.Mark.NONE), "", "text", "off", "numeric", FormField.Width.TINY, 3, 1);
		ContinueView view = new ContinueView(texts, texts.get("link.press.heading"),
				List.of(texts.get("link.press.why")), "/l/" + token, question.proof(), question.pressed(), field,
				summary("typed", error));
		return page(HttpStatus.OK, texts, texts.get("link.title"), brand.brand(), content(view));
	}

	/// The same status, look and words for all links that don't work, whether or not they
	/// ever did.
	/// @param token as it stands in the address
	public ResponseEntity<Content> dead(String token, @Nullable String languages) {
		return dead(HttpStatus.NOT_FOUND, token, "", null, languages);
	}

	/// The same with what is wrong with the address that was typed.
	/// @param error the key of a text
	public ResponseEntity<Content> refused(String token, String typed, String error, @Nullable String languages) {
		return dead(HttpStatus.UNPROCESSABLE_CONTENT, token, typed, error, languages);
	}

	private ResponseEntity<Content> dead(HttpStatus status, String token, String typed, @Nullable String error,
			@Nullable String languages) {
		Optional<TenantId> tenant = tenant(token);
		Optional<Brands.PageBrand> brand = tenant.map((id) -> this.brands.of(id, STANDARD_LOOK));
		Texts texts = texts(brand, languages);
		String words = (error != null) ? texts.get(error) : null;
		FormField email = tenant.isEmpty() ? null
				: new FormField.Text(new FieldFrame(EMAIL, texts.get("link.fresh.email"),
						texts.get("link.fresh.email.hint"), words, FieldFrame.Mark.NONE), typed, "email", "email",
						"email", FormField.Width.LONG, 254, 1);
		DeadLinkView view = new DeadLinkView(texts, form(token, tenant), email, summary(EMAIL, words));
		return page(status, texts, texts.get("link.gone.heading"), brand.map(Brands.PageBrand::brand).orElse(NOBODY),
				(output) -> JtedeadlinkGenerated.render((HtmlTemplateOutput) output, null, view));
	}

	/// The answer to whoever asked for a fresh link, known or not.
	public ResponseEntity<Content> asked(TenantId tenant, @Nullable String languages) {
		Brands.PageBrand brand = this.brands.of(tenant, STANDARD_LOOK);
		Texts texts = texts(Optional.of(brand), languages);
		Message message = Message.of(texts.get("link.asked.heading"), texts.get("link.asked.what"),
				texts.get("link.asked.nothing"));
		return page(HttpStatus.OK, texts, texts.get("link.asked.heading"), brand.brand(), Kit.message(message));
	}

	/// The language in which a dead link of the tenant is answered.
	public String language(TenantId tenant, @Nullable String languages) {
		return texts(Optional.of(this.brands.of(tenant, STANDARD_LOOK)), languages).language();
	}

	/// Whose link it was meant to be, if that tenant is served here.
	public Optional<TenantId> tenant(String token) {
		return LinkToken.tenantIn(token).flatMap(this.tenants::find).map(Tenant::id);
	}

	/// Of a token that can't be one, only the tenant goes along.
	private static String form(String token, Optional<TenantId> tenant) {
		return LinkToken.parse(token)
			.map(LinkToken::path)
			.orElseGet(() -> "/l/" + tenant.map(TenantId::value).orElse("")) + "/fresh";
	}

	/// In a language of the link's page.
	Texts texts(Stored<Link> link, @Nullable String languages) {
		return this.book.choose(languages, this.brands.of(link.tenant(), link.state().page()).languages());
	}

	/// A page in the look of the link's page.
	ResponseEntity<Content> page(HttpStatus status, Stored<Link> link, Texts texts, String title, Content content) {
		return page(status, texts, title, this.brands.of(link.tenant(), link.state().page()).brand(), content);
	}

	private Texts texts(Optional<Brands.PageBrand> brand, @Nullable String languages) {
		return this.book.choose(languages, brand.map(Brands.PageBrand::languages).orElse(TextBook.LANGUAGES));
	}

	private static List<SummaryEntry> summary(String field, @Nullable String error) {
		return (error != null) ? List.of(new SummaryEntry("f-" + field, error)) : List.of();
	}

	private static Content content(ContinueView view) {
		return (output) -> JtecontinueGenerated.render((HtmlTemplateOutput) output, null, view);
	}

	private static ResponseEntity<Content> page(HttpStatus status, Texts texts, String title, Brand brand,
			Content content) {
		return ResponseEntity.status(status)
			.header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Kit.page(new Frame(texts, title, brand), content));
	}

}
