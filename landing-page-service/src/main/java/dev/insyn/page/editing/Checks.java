package dev.insyn.page.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.page.catalogue.Catalogue;
import dev.insyn.page.catalogue.RecordTypes;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Register;
import dev.insyn.page.theme.Themes;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// Whether a page may be kept, and whether contacts may see it. The one place for screens and programs.
@Component
public class Checks {

	private final Catalogue catalogue;

	private final RecordTypes recordTypes;

	private final Themes themes;

	private final Tenants tenants;

	private final Clock clock;

	private final Cache<TenantId, Register> recent = Caffeine.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofSeconds(5))
		.build();

	Checks(Catalogue catalogue, RecordTypes recordTypes, Themes themes, Tenants tenants, Clock clock) {
		this.catalogue = catalogue;
		this.recordTypes = recordTypes;
		this.themes = themes;
		this.tenants = tenants;
		this.clock = clock;
	}

	/// What the tenant stores, asked of contact-service now.
	public Register register(TenantId tenant) {
		return Register.of(this.catalogue.of(tenant), this.recordTypes.of(tenant));
	}

	/// What the tenant stored a few seconds ago at most: enough for a preview that is
	/// drawn
	/// anew with each word typed.
	public Register recentRegister(TenantId tenant) {
		return this.recent.get(tenant, this::register);
	}

	/// What is wrong with a page as a draft. A shape that is wrong is told before anybody
	/// is asked.
	public List<PageProblem> ofDraft(TenantId tenant, PageContent content) {
		Findings findings = new Findings();
		ShapeChecks.check(content, findings);
		if (findings.isEmpty()) {
			RegisterChecks.check(content, register(tenant), findings);
			theme(tenant, content, findings);
		}
		return findings.problems();
	}

	/// What a draft lacks to be published, apart from what the catalogue lacks.
	public List<PageProblem> ofPublishing(TenantId tenant, PageContent content, Register register) {
		Findings findings = new Findings();
		ShapeChecks.check(content, findings);
		RegisterChecks.check(content, register, findings);
		theme(tenant, content, findings);
		ReadyChecks.check(content, LocalDate.now(this.clock.withZone(this.tenants.get(tenant).timeZone())), findings);
		return findings.problems();
	}

	/// @throws InvalidPage if it is wrong as a draft
	void requireDraft(TenantId tenant, PageContent content) {
		require(ofDraft(tenant, content));
	}

	static void require(List<PageProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidPage(problems);
		}
	}

	private void theme(TenantId tenant, PageContent content, Findings findings) {
		if (this.themes.load(tenant, content.theme()).isEmpty()) {
			findings.add("theme", "unknown-theme");
		}
	}

}
