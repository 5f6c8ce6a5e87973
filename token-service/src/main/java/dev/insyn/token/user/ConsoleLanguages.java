package dev.insyn.token.user;

import java.util.List;
import java.util.stream.Stream;

import dev.insyn.pagekit.Languages;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// The languages that the console speaks.
public final class ConsoleLanguages {

	public static final List<String> ALL = List.of("en", "sv");

	private ConsoleLanguages() {
	}

	/// The one of a user of whom nothing else is known.
	static String of(Tenant tenant) {
		return tenant.languages().stream().filter(ALL::contains).findFirst().orElse("en");
	}

	/// The one of a user who signs in for the first time.
	static String of(Tenant tenant, @Nullable String acceptLanguage) {
		String usual = of(tenant);
		return Languages.best(acceptLanguage, Stream.concat(Stream.of(usual), ALL.stream()).distinct().toList());
	}

}
