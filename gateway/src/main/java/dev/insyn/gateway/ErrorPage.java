package dev.insyn.gateway;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// What the gateway says in its own words, which it has at hand when all services are away.
class ErrorPage {

	/// The gateway does not know whose page was asked for.
	private static final Brand NOBODY = Brand.named("Insyn");

	private final TextBook book = TextBook.with("/dev/insyn/gateway/texts/");

	/// The reader's language among ours.
	Texts texts(@Nullable String acceptLanguage) {
		return this.book.choose((acceptLanguage != null) ? acceptLanguage : "en", TextBook.LANGUAGES);
	}

	byte[] html(Refusal.Reason reason, Texts texts, String requestId) {
		String title = texts.get(reason.key() + ".title");
		Message message = Message.of(title, texts.get(reason.key() + ".text"))
			.note(texts.get("error.number", requestId));
		return Kit.bytes(Kit.page(new Frame(texts, title, NOBODY), message));
	}

	/// Problem details (RFC 9457), in English for developers. Nothing in it needs
	/// escaping: the texts are ours, and a request id has only letters, digits and
	/// dashes.
	String problem(Refusal.Reason reason, String requestId) {
		Texts english = this.book.in("en");
		return """
				{"type":"urn:insyn:problem:%s","title":"%s","status":%d,"detail":"%s","requestId":"%s"}""".formatted(
				reason.problem(), english.get(reason.key() + ".title"), reason.status().value(),
				english.get(reason.key() + ".text"), requestId);
	}

}
