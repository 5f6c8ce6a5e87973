package dev.insyn.page.portal;

import java.util.List;

import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.Pages;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// The pages that stand in a tenant's portal: published, and with a rule that says so.
@Component
class PortalPages {

	private final Pages pages;

	PortalPages(Pages pages) {
		this.pages = pages;
	}

	/// In the order of their numbers.
	List<LivePage> of(TenantId tenant) {
		return this.pages.all(tenant)
			.stream()
			.filter((page) -> page.state().state() == PageState.PUBLISHED)
			.flatMap((page) -> this.pages.live(tenant, page.id()).stream())
			.filter((page) -> page.content().rules().portal())
			.toList();
	}

}
