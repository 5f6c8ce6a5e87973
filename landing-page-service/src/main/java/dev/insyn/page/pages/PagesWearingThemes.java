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
		LandingPage state = page.state();
		PublishedMark seen = (state.state() == PageState.PUBLISHED) ? state.published() : null;
		return Stream.concat(Stream.of(state.card().theme()), (seen != null) ? Stream.of(seen.theme()) : Stream.empty())
			.map((theme) -> new Wearer(page.id(), state.card().name().byLanguage(), theme));
	}

}
