package dev.insyn.page.own;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.errors.ErrorPage;
import dev.insyn.platform.errors.ErrorTexts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The service's texts, and the look of errors that happen before a tenant is known.
@Configuration(proxyBeanMethods = false)
class PageKitConfiguration {

	@Bean
	TextBook textBook() {
		return TextBook.with("/dev/insyn/page/texts/");
	}

	@Bean
	ErrorPage errorPage(TextBook book) {
		return (locale, problem) -> {
			Texts texts = book.in(locale.getLanguage());
			Message message = (problem.status().value() == 401)
					? Message.of(texts.get("error.signed-out.title"), texts.get("error.signed-out.text"))
					: message(ErrorTexts.of(problem.status().value(), locale));
			return Kit.render(Kit.page(new Frame(texts, message.heading(), Brand.named("Insyn")), message));
		};
	}

	private static Message message(ErrorTexts texts) {
		return Message.of(texts.title(), texts.text());
	}

}
