package dev.insyn.platform.errors;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/// How an error looks to a signed-in user at work: like the console, with the way on. Asked before [ErrorPage].
public interface ConsoleErrorPage {

	/// @return a whole HTML document; empty if it is not the console that is asked, or
	/// nobody is known
	Optional<String> render(HttpServletRequest request, Problem problem);

}
