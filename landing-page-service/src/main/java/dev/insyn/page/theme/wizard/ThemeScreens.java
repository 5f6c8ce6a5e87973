package dev.insyn.page.theme.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.page.theme.Theme;
import dev.insyn.page.theme.Themes;
import dev.insyn.page.theme.Wearers;
import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.PictureRefused;
import dev.insyn.page.theme.image.PreparedImage;
import dev.insyn.page.theme.image.UploadedImages;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws the console's screens for themes.
@Component
class ThemeScreens {

	private static final TextBook BOOK = TextBook.console("/dev/insyn/page/theme/wizard/texts/");

	private final Themes themes;

	private final Wearers wearers;

	private final UploadedImages images;

	private final Tenants tenants;

	ThemeScreens(Themes themes, Wearers wearers, UploadedImages images, Tenants tenants) {
		this.themes = themes;
		this.wearers = wearers;
		this.images = images;
		this.tenants = tenants;
	}

	Texts texts(UserCaller caller) {
		return BOOK.in(caller.language());
	}

	Content list(UserCaller caller, @Nullable String done) {
		Texts texts = texts(caller);
		List<Wearer> wearing = this.wearers.all(caller.tenant());
		List<ListView.Card> cards = this.themes.all(caller.tenant())
			.stream()
			.map((theme) -> card(texts, theme, wearing))
			.toList();
		ConsoleFrame frame = frame(caller, texts.get("theme.list.title")).lead(texts.get("theme.list.lead")).done(done);
		if (caller.may(RequiredLevel.CONFIGURES)) {
			frame = frame.action(Action.link(texts.get("theme.list.new"), "/admin/themes/new").primary());
		}
		return Console.page(frame, Templates.list(new ListView(texts, cards)));
	}

	private static ListView.Card card(Texts texts, Stored<Theme> theme, List<Wearer> wearing) {
		long pages = wearing.stream()
			.filter((wearer) -> wearer.theme().equals(theme.id()))
			.map(Wearer::page)
			.distinct()
			.count();
		int weak = theme.state().look().failing().size();
		return new ListView.Card(theme.id(), theme.state().name(), theme.id().equals(Themes.standard()),
				(pages == 0) ? texts.get("theme.list.unworn") : texts.count("theme.list.worn", pages),
				(weak == 0) ? "" : texts.count("theme.list.weak", weak));
	}

	/// @param errors why a file that was just chosen can't be taken, by kind
	/// @param question what has to be decided first; null if nothing
	Content wizard(UserCaller caller, Draft draft, boolean unsaved, java.util.Map<ImageKind, PictureRefused> errors,
			@Nullable Question question, @Nullable String done) {
		Texts texts = texts(caller);
		boolean mayChange = caller.may(RequiredLevel.CONFIGURES);
		WizardView view = new WizardView(texts, draft, mayChange, unsaved,
				picture(caller, draft, ImageKind.LOGO, errors.get(ImageKind.LOGO)),
				picture(caller, draft, ImageKind.BANNER, errors.get(ImageKind.BANNER)), check(caller, draft),
				(question != null) ? Templates.question(texts, question) : null);
		String title = draft.isNew() ? texts.get("theme.new.title") : draft.reading().name();
		ConsoleFrame frame = frame(caller, title).done(done);
		if (draft.id().equals(Themes.standard())) {
			frame = frame.state(Badge.neutral(texts.get("theme.list.standard")));
		}
		List<Content> content = new ArrayList<>(List.of(Console.errors(texts, view.wrong()), Templates.wizard(view)));
		if (mayChange && !draft.isNew()) {
			frame = more(texts, frame, draft);
			if (!draft.id().equals(Themes.standard())) {
				content.add(Console.dialog(texts, deletion(caller, draft)));
			}
		}
		return Console.page(frame, content.toArray(Content[]::new));
	}

	private static ConsoleFrame more(Texts texts, ConsoleFrame frame, Draft draft) {
		ConsoleFrame more = frame.more(Action.post(texts.get("theme.duplicate"), draft.address() + "/duplicate"));
		return draft.id().equals(Themes.standard()) ? more
				: more.more(Action.ask(texts.get("theme.delete"), "delete", draft.address() + "/delete").danger());
	}

	/// The question before a theme is deleted, which says what pages fall back.
	Content deleting(UserCaller caller, Draft draft) {
		Texts texts = texts(caller);
		Dialog dialog = deletion(caller, draft);
		return Console.page(frame(caller, dialog.heading()).under(draft.reading().name(), draft.address()),
				Console.confirmation(texts, dialog));
	}

	private Dialog deletion(UserCaller caller, Draft draft) {
		Texts texts = texts(caller);
		List<Wearer> wearing = this.wearers.of(caller.tenant(), draft.id());
		Set<String> numbers = wearing.stream()
			.map(Wearer::page)
			.collect(Collectors.toCollection(java.util.TreeSet::new));
		String name = draft.reading().name();
		Action does = Action.post(texts.get("theme.delete.do"), draft.address() + "/delete")
			.with("pages", String.join(",", numbers))
			.danger();
		String what = numbers.isEmpty() ? texts.get("theme.delete.unworn")
				: texts.get("theme.delete.worn",
						wearing.stream()
							.map((wearer) -> wearer.page() + " " + wearer.name(caller.language()))
							.distinct()
							.collect(Collectors.joining(", ")));
		return Dialog.of("delete", texts.get("theme.delete.title", name), does, draft.address(), what,
				texts.get("theme.delete.final"));
	}

	CheckView check(UserCaller caller, Draft draft) {
		String logo = draft.pictures().logo();
		return CheckView.of(texts(caller), draft.look(),
				(logo != null) ? this.images.find(caller.tenant(), logo).orElse(null) : null);
	}

	PictureView picture(UserCaller caller, Draft draft, ImageKind kind, @Nullable PictureRefused refused) {
		Texts texts = texts(caller);
		String value = draft.pictures().get(kind);
		Optional<PreparedImage> image = (value != null) ? this.images.find(caller.tenant(), value) : Optional.empty();
		List<String> notes = new ArrayList<>();
		image.ifPresent((found) -> {
			if (found.print()) {
				notes.add(texts.get("theme.image.print"));
			}
			if (kind == ImageKind.LOGO && found.renditions().getLast().height() < 88) {
				notes.add(texts.get("theme.logo.low", found.renditions().getLast().height()));
			}
			if (kind == ImageKind.BANNER && found.renditions().getLast().width() < 1280) {
				notes.add(texts.get("theme.banner.narrow", found.renditions().getLast().width()));
			}
		});
		return new PictureView(kind, Objects.requireNonNullElse(value, ""),
				this.themes.picture(caller.tenant(), draft.pictures(), kind), notes,
				(refused != null) ? texts.get("theme.image." + refused.reason().code(), refused.arguments()) : null,
				image.map(PreparedImage::brandColours).orElse(List.of()));
	}

	private ConsoleFrame frame(UserCaller caller, String title) {
		ConsoleUser user = new ConsoleUser(caller.tenant().value(), this.tenants.get(caller.tenant()).name(),
				caller.name(), caller.level(), caller.language());
		return ConsoleFrame.of(texts(caller), title, Section.THEMES, user);
	}

}
