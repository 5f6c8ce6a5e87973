package dev.insyn.page.theme;

import java.util.List;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;

/// Tells which pages wear which theme. A theme knows no pages; they know it.
public interface Wearers {

	/// All pages of the tenant, the draft's theme and the one that contacts see each
	/// once.
	List<Wearer> all(TenantId tenant);

	default List<Wearer> of(TenantId tenant, String theme) {
		return all(tenant).stream().filter((wearer) -> wearer.theme().equals(theme)).toList();
	}

	/// A page that wears a theme.
	///
	/// @param names what the page is called, per language
	record Wearer(String page, Map<String, String> names, String theme) {

		/// The name in a language, else in any.
		public String name(String language) {
			return this.names.getOrDefault(language, this.names.values().stream().findFirst().orElse(this.page));
		}

	}

}
