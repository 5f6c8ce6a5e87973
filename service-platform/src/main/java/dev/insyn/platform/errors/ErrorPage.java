package dev.insyn.platform.errors;

import java.util.Locale;

/// How an error looks to people. A service with pages of its own gives a bean of this type in its own layout.
public interface ErrorPage {

	/// @param locale one of sv, en, da, nb, fi, de
	/// @return a whole HTML document
	String render(Locale locale, Problem problem);

}
