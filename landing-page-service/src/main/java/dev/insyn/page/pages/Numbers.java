package dev.insyn.page.pages;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Numbers of pages, `P01`, `P02` …, each given once per tenant, also to two who ask at the same moment.
@Component
class Numbers {

	private static final String PAGES = "pages";

	private final TenantDocuments<Last> documents;

	Numbers(TenantDocumentsFactory database) {
		this.documents = database.of("page_numbers", Last.class);
	}

	/// The next one that is not the page's that every tenant begins with.
	String next(TenantId tenant) {
		String next = count(tenant);
		return next.equals(StartingPages.NUMBER) ? count(tenant) : next;
	}

	private String count(TenantId tenant) {
		try {
			return format(this.documents.change(tenant, PAGES, (last) -> Change.of(new Last(last.number() + 1)))
				.state()
				.number());
		}
		catch (NotFound first) {
			begin(tenant);
			return count(tenant);
		}
	}

	private void begin(TenantId tenant) {
		try {
			this.documents.insert(tenant, PAGES, Change.of(new Last(0)));
		}
		catch (AlreadyExists present) {
			// another instance was quicker
		}
	}

	private static String format(int number) {
		return (number < 10) ? "P0" + number : "P" + number;
	}

	/// The number given last.
	record Last(int number) {

	}

}
