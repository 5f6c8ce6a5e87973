package dev.insyn.page.console;

import java.util.List;
import java.util.Locale;

import dev.insyn.page.editing.Comparison;
import dev.insyn.page.editing.PageProblem;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageState;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws the editor: settings on the left, the living page on the right.
@Component
class EditorScreens {

	private final PageScreens screens;

	private final Tenants tenants;

	private final Users users;

	EditorScreens(PageScreens screens, Tenants tenants, Users users) {
		this.screens = screens;
		this.tenants = tenants;
		this.users = users;
	}

	EditorTab tab(@Nullable String key) {
		return this.screens.tab((key != null) ? key : "content");
	}

	Tenant tenant(UserCaller caller) {
		return this.tenants.get(caller.tenant());
	}

	/// How the user writes dates, numbers and phones.
	static Locale locale(ConsoleUser user, Tenant tenant) {
		return Locale.of(user.language(), tenant.country());
	}

	Editing editing(ConsoleUser user, Stored<LandingPage> page, PageContent content, Register register, FormValues form,
			List<PageProblem> problems) {
		Texts texts = this.screens.texts(user);
		return new Editing(texts, user, this.tenants.get(new TenantId(user.tenant())), page, content, register, form,
				new Troubles(texts, problems), this.users.all());
	}

	Content draw(EditorTab tab, Editing work, Notes notes) {
		Texts texts = work.texts();
		Content inputs = tab.draw(work);
		boolean writable = work.user().may(RequiredLevel.CONFIGURES)
				&& work.page().state().state() != PageState.ARCHIVED;
		EditorView view = new EditorView(texts, work.address() + (tab.key().equals("content") ? "" : "/" + tab.key()),
				work.page().state().revision(), notes(work, notes), inputs, writable, lastChange(work),
				PreviewPane.of(texts, work.page().id(), tab.key(), work.languages(), notes.contact())
					.at(tab.key(), work.values().get(Editing.ADDED)));
		return this.screens.screen(this.screens.head(work.user(), work.page(), tab.key()), notes.done(),
				Templates.editor(view));
	}

	private Content notes(Editing work, Notes notes) {
		PageContent now = notes.now();
		if (now == null) {
			return Kit.errors(work.texts(), work.troubles().summary());
		}
		Texts texts = work.texts();
		String who = PageScreens.who(texts, work.page().state().changed().by(), work.users());
		Notice notice = Notice.of(Notice.Kind.WARNING,
				texts.get("page.conflict.title", who, texts.get("page.did." + work.page().state().changed().act())),
				texts.get("page.conflict.text"));
		return Console.all(Kit.notice(texts, notice),
				Console.differences(texts, texts.get("page.conflict.theirs"), texts.get("page.conflict.yours"),
						new InWords(texts, work.register()).lines(Comparison.of(now, work.content()))));
	}

	private Content lastChange(Editing work) {
		Times times = this.screens.times(work.user());
		return Templates.lastChange(work.texts(), work.texts().get("page.did." + work.page().state().changed().act()),
				times.ago(work.page().state().changed().at()),
				PageScreens.who(work.texts(), work.page().state().changed().by(), work.users()));
	}

	/// What the screen says beside the form.
	///
	/// @param done what was just done
	/// @param contact whose data the preview shows
	/// @param now the draft that somebody else saved meanwhile
	record Notes(@Nullable String done, @Nullable String contact, @Nullable PageContent now) {

		static final Notes NONE = new Notes(null, null, null);

		static Notes of(@Nullable String done, @Nullable String contact) {
			return new Notes(done, contact, null);
		}

		static Notes conflict(PageContent now) {
			return new Notes(null, null, now);
		}

	}

}
