package dev.insyn.platform.errors;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Answers whatever a controller throws. A service's own advice comes first.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

	private final ProblemAnswers answers;

	ProblemAdvice(ProblemAnswers answers) {
		this.answers = answers;
	}

	@ExceptionHandler
	void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (thrown instanceof AsyncRequestNotUsableException) {
			return;
		}
		Problem problem = Problems.of(thrown);
		if (problem.status().value() == 500) {
			logger.error("{} {} failed: {}", request.getMethod(), Route.of(request), Failure.describe(thrown));
		}
		else if (problem.status().is5xxServerError()) {
			logger.warn("{} {} answered {} because of {}", request.getMethod(), Route.of(request), problem.type(),
					thrown.getClass().getName());
		}
		this.answers.answer(request, response, problem);
	}

}
