package dev.insyn.token.portal;

import java.util.regex.Pattern;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.link.Brands;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Finds out whose portal an address means, and how it looks.
@Component
class Visits {

	private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{2,40}");

	private final TextBook book = TextBook.with("/dev/insyn/token/texts/");

	private final Tenants tenants;

	private final Brands brands;

	Visits(Tenants tenants, Brands brands) {
		this.tenants = tenants;
		this.brands = brands;
	}

	/// @param lang asked for by hand
	/// @throws Problem 404 if nobody has such a portal
	Visit of(String tenant, @Nullable String lang, @Nullable String acceptLanguage) {
		if (!SHAPE.matcher(tenant).matches()) {
			throw nobodys();
		}
		Tenant found = this.tenants.find(new TenantId(tenant)).orElseThrow(Visits::nobodys);
		Brands.PageBrand brand = this.brands.of(found.id(), Brands.STANDARD);
		boolean chosen = lang != null && brand.languages().contains(lang);
		Texts texts = chosen ? this.book.in(lang) : this.book.choose(acceptLanguage, brand.languages());
		return new Visit(found, brand.brand(), brand.languages(), texts, chosen);
	}

	private static Problem nobodys() {
		return new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found", "There is no such portal");
	}

}
