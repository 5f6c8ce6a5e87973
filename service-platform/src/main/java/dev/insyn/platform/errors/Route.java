package dev.insyn.platform.errors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.HandlerMapping;

/// A request's path as a log may name it: the route's pattern, never the path itself, which may hold a link's token.
public final class Route {

	private Route() {
	}

	public static String of(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : "(no route)";
	}

}
