package dev.insyn.page.editing;

import java.util.Map;

/// What is wrong with one part of a page.
///
/// @param member the part, as a path in the page's JSON, such as `body[3].comment.sv`
/// @param code stable, in words under `page.problem.<code>`
/// @param args what the words name; never what was typed, but for names that mean nothing
public record PageProblem(String member, String code, Map<String, Object> args) {

	static PageProblem of(String member, String code) {
		return new PageProblem(member, code, Map.of());
	}

	static PageProblem of(String member, String code, String name, Object value) {
		return new PageProblem(member, code, Map.of(name, value));
	}

}
