package dev.insyn.page.console;

import java.util.List;

import dev.insyn.page.theme.Themes;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// The themes that a page can wear.
@Component
class Looks {

	private final Themes themes;

	Looks(Themes themes) {
		this.themes = themes;
	}

	List<Choice> of(TenantId tenant) {
		return this.themes.all(tenant).stream().map((theme) -> Choice.of(theme.id(), theme.state().name())).toList();
	}

}
