package dev.insyn.events;

import org.jspecify.annotations.Nullable;

/// Where a change of a contact came from.
///
/// @param kind [#PAGE], [#CRM] or [#API]; readers treat an unknown one as "elsewhere"
/// @param page the page's number, when `kind` is `page`
/// @param link the id, never the token, of the link that opened the page
/// @param source the CRM system's name, when `kind` is `crm`
public record Origin(String kind, @Nullable String page, @Nullable Integer pageVersion, @Nullable String link,
		@Nullable String source) {

	public static final String PAGE = "page";

	public static final String CRM = "crm";

	public static final String API = "api";

	public static Origin page(String page, int version, @Nullable String link) {
		return new Origin(PAGE, page, version, link, null);
	}

	public static Origin crm(String source) {
		return new Origin(CRM, null, null, null, source);
	}

	public static Origin api() {
		return new Origin(API, null, null, null, null);
	}

}
