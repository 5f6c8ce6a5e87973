package dev.insyn.page.editing;

import java.util.Map;
import java.util.stream.Collectors;

import dev.insyn.page.pages.Changed.Act;
import dev.insyn.page.pages.KeptVersion;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Pages;
import dev.insyn.page.pages.Register;
import dev.insyn.page.pages.StartingContent;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What is done with a page, from a screen or by a program. Each act but the first says which revision it saw.
@Component
public class EditingPages {

	private static final Map<String, String> COPY = Map.of("sv", "kopia", "en", "copy", "da", "kopi", "nb", "kopi",
			"fi", "kopio", "de", "Kopie");

	private final Pages pages;

	private final Checks checks;

	private final Tenants tenants;

	EditingPages(Pages pages, Checks checks, Tenants tenants) {
		this.pages = pages;
		this.checks = checks;
		this.tenants = tenants;
	}

	/// A sensible page of the first kind, ready to be changed.
	public PageContent beginning(Caller caller) {
		return StartingContent.of(this.tenants.get(caller.tenant()));
	}

	/// @throws InvalidPage if it is not as it should be
	public Stored<LandingPage> create(Caller caller, PageContent content) {
		this.checks.requireDraft(caller.tenant(), content);
		return this.pages.create(caller.tenant(), content, Act.CREATED, caller.actor());
	}

	/// @throws InvalidPage if it is not as it should be
	/// @throws dev.insyn.page.pages.Outdated if somebody wrote after the revision
	public Stored<LandingPage> save(Caller caller, String number, int seen, PageContent content) {
		this.checks.requireDraft(caller.tenant(), content);
		return this.pages.edit(caller.tenant(), number, seen, content, Act.EDITED, caller.actor());
	}

	/// @throws InvalidPage if the draft is not ready
	/// @throws dev.insyn.page.pages.NotPublishable if something on it lacks what the
	/// GDPR's
	/// Art. 13 asks to tell
	public Stored<LandingPage> publish(Caller caller, String number, int seen) {
		Register register = this.checks.register(caller.tenant());
		PageContent content = this.pages.draft(this.pages.get(caller.tenant(), number));
		Checks.require(this.checks.ofPublishing(caller.tenant(), content, register));
		return this.pages.publish(caller.tenant(), number, seen, register, caller.actor());
	}

	public Stored<LandingPage> archive(Caller caller, String number, int seen) {
		return this.pages.archive(caller.tenant(), number, seen, caller.actor());
	}

	public Stored<LandingPage> unarchive(Caller caller, String number, int seen) {
		return this.pages.unarchive(caller.tenant(), number, seen, caller.actor());
	}

	/// The draft becomes what contacts see.
	public Stored<LandingPage> discard(Caller caller, String number, int seen) {
		return this.pages.discard(caller.tenant(), number, seen, caller.actor());
	}

	/// The draft becomes an earlier version; contacts see nothing of it until it is
	/// published. What the catalogue has
	/// lost meanwhile is told when that is tried.
	public Stored<LandingPage> restore(Caller caller, String number, int seen, int version) {
		return this.pages.edit(caller.tenant(), number, seen, version(caller, number, version).published().content(),
				Act.RESTORED, caller.actor());
	}

	/// A new page like this one's draft.
	public Stored<LandingPage> duplicate(Caller caller, String number) {
		PageContent content = this.pages.draft(this.pages.get(caller.tenant(), number));
		Localized name = new Localized(content.name()
			.byLanguage()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (text) -> copyOf(text.getValue(), text.getKey()))));
		return this.pages.create(caller.tenant(), content.named(name, content.description()), Act.CREATED,
				caller.actor());
	}

	/// A new page; what is there stays as it is.
	/// @throws InvalidPage if it is not as it should be, with the names of fields that
	/// this
	/// tenant does not have
	public Stored<LandingPage> importNew(Caller caller, PageContent content) {
		this.checks.requireDraft(caller.tenant(), content);
		return this.pages.create(caller.tenant(), content, Act.IMPORTED, caller.actor());
	}

	/// Another draft of a page that is there.
	public Stored<LandingPage> importInto(Caller caller, String number, int seen, PageContent content) {
		this.checks.requireDraft(caller.tenant(), content);
		return this.pages.edit(caller.tenant(), number, seen, content, Act.IMPORTED, caller.actor());
	}

	/// @throws dev.insyn.page.pages.WrongState if it was ever published
	public void delete(Caller caller, String number, int seen) {
		this.pages.delete(caller.tenant(), number, seen);
	}

	/// @throws Problem 404 if there is no such version
	public KeptVersion version(Caller caller, String number, int version) {
		return this.pages.version(caller.tenant(), number, version)
			.orElseThrow(
					() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-version", "No such version"));
	}

	private static String copyOf(String name, String language) {
		String suffix = " (" + COPY.getOrDefault(language, "copy") + ")";
		return ((name.length() + suffix.length() > 100) ? name.substring(0, 100 - suffix.length()) : name) + suffix;
	}

}
