package dev.insyn.page.pages;

import java.util.List;
import java.util.stream.Stream;

import dev.insyn.page.theme.Wearers;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Tells themes which pages wear them.
@Component
class PagesWearingThemes implements Wearers {

	private final Pages pages;

	PagesWearingThemes(Pages pages) {
		this.pages = pages;
	}

	@Override
	public List<Wearer> all(TenantId tenant) {
		return this.pages.all(tenant).stream().flatMap(PagesWearingThemes::wearers).distinct().toList();
	}

	private static Stream<Wearer> wearers(Stored<LandingPage> page) {
		PublishedVersion published = page.state().published();
		return Stream
			.concat(Stream.of(page.state().draft()),
					(published != null) ? Stream.of(published.content()) : Stream.empty())
			.map((content) -> new Wearer(page.id(), page.state().draft().name().byLanguage(), content.theme()));
	}

}
