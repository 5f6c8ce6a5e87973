package dev.insyn.platform.console;

import java.util.Optional;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.console.Console;
import dev.insyn.platform.errors.ConsoleErrorPage;
import dev.insyn.platform.errors.Problem;
import jakarta.servlet.http.HttpServletRequest;

/// Shows an error within the console's frame, in the user's language.
final class ConsoleErrors implements ConsoleErrorPage {

	private final TextBook book = TextBook.console();

	private final ConsoleUsers users;

	ConsoleErrors(ConsoleUsers users) {
		this.users = users;
	}

	@Override
	public Optional<String> render(HttpServletRequest request, Problem problem) {
		return ConsoleUsers.signedIn()
			.filter((_) -> request.getRequestURI().startsWith("/admin/"))
			.map((user) -> Kit.render(Console.error(this.book.in(user.language()), this.users.of(user),
					request.getRequestURI(), problem.status().value())));
	}

}
