package dev.insyn.platform.errors;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed outside controllers: in filters and in the container.
@Controller
class ContainerErrors implements ErrorController {

	private final ProblemAnswers answers;

	ContainerErrors(ProblemAnswers answers) {
		this.answers = answers;
	}

	@RequestMapping("${spring.web.error.path:${error.path:/error}}")
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		this.answers.answer(request, response, (thrown instanceof Throwable failure) ? Problems.of(failure)
				: Problems.ofStatus((status instanceof Integer code) ? code : 404));
	}

}
