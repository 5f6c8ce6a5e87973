package dev.insyn.platform.errors;

import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Makes every failure an answer that says what to do.
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ErrorsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ErrorPage errorPage() {
		return new PlainErrorPage();
	}

	@Bean
	ProblemAnswers problemAnswers(JsonMapper json, ErrorPage page, ObjectProvider<ConsoleErrorPage> console) {
		return new ProblemAnswers(json, page, console.getIfAvailable(() -> (_, _) -> Optional.empty()));
	}

	@Bean
	ProblemAdvice problemAdvice(ProblemAnswers answers) {
		return new ProblemAdvice(answers);
	}

	@Bean
	ContainerErrors containerErrors(ProblemAnswers answers) {
		return new ContainerErrors(answers);
	}

}
