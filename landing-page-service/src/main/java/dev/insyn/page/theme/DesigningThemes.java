package dev.insyn.page.theme;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.insyn.events.ThemeChanged;
import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Administrators make, change and delete themes. Every change is a fact of its own, so that all instances show the new look
/// and the audit log knows who made it.
@Component
public class DesigningThemes {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private final Themes themes;

	private final Wearers wearers;

	private final Clock clock;

	DesigningThemes(Themes themes, Wearers wearers, Clock clock) {
		this.themes = themes;
		this.wearers = wearers;
		this.clock = clock;
	}

	/// @param belowAa whether somebody accepted colours below AA
	/// @throws ThemeProblem if the colours can't be read, or nobody accepted them
	public Stored<Theme> create(Caller caller, Theme theme, boolean belowAa) {
		check(List.of(), theme.look(), belowAa);
		requirePictures(caller.tenant(), theme.pictures());
		return insert(caller, theme);
	}

	/// A theme of the same look under another name.
	public Stored<Theme> duplicate(Caller caller, String id, String name) {
		Theme original = this.themes.load(caller.tenant(), id).orElseThrow(ThemeProblem::noSuchTheme).state();
		return insert(caller, new Theme(name, original.look(), original.pictures()));
	}

	private Stored<Theme> insert(Caller caller, Theme theme) {
		if (this.themes.documents().count(caller.tenant(), new Criteria()) >= Themes.MOST) {
			throw ThemeProblem.tooMany();
		}
		String id = newId();
		return this.themes.documents()
			.insert(caller.tenant(), id, Change.of(theme).with(event(caller, id, ThemeChanged.CREATED, theme)));
	}

	/// @param seen the revision that the caller saw; null if it does not matter
	/// @throws ThemeProblem if somebody changed it meanwhile, or as [#create]
	public Stored<Theme> change(Caller caller, String id, @Nullable Integer seen, UnaryOperator<Theme> edit,
			boolean belowAa) {
		TenantId tenant = caller.tenant();
		requireThere(tenant, id);
		Stored<Theme> changed = this.themes.documents().change(tenant, id, (theme) -> {
			requireSeen(theme, seen);
			Theme edited = edit.apply(theme);
			if (edited.equals(theme)) {
				return Change.unchanged(theme);
			}
			check(theme.look().failing(), edited.look(), belowAa);
			requirePictures(tenant, edited.pictures());
			Theme next = edited.next();
			return Change.of(next).with(event(caller, id, ThemeChanged.CHANGED, next));
		});
		this.themes.forget(tenant, id);
		return changed;
	}

	/// @param named the pages that the caller knows to fall back to the standard theme
	/// @throws ThemeProblem if it is worn by others, or is the standard theme
	public void delete(Caller caller, String id, @Nullable Integer seen, Set<String> named) {
		TenantId tenant = caller.tenant();
		if (id.equals(StartingThemes.ID)) {
			throw ThemeProblem.standardStays();
		}
		requireThere(tenant, id);
		List<Wearer> wearing = this.wearers.of(tenant, id);
		if (!wearing.stream().allMatch((wearer) -> named.contains(wearer.page()))) {
			throw ThemeProblem.worn(wearing);
		}
		this.themes.documents().change(tenant, id, (theme) -> {
			requireSeen(theme, seen);
			return Change.of(theme.next()).with(event(caller, id, ThemeChanged.DELETED, theme.next()));
		});
		this.themes.documents().delete(tenant, id);
		this.themes.forget(tenant, id);
	}

	private void requireThere(TenantId tenant, String id) {
		if (this.themes.load(tenant, id).isEmpty()) {
			throw ThemeProblem.noSuchTheme();
		}
	}

	/// A picture that went away meanwhile, or is another tenant's.
	private void requirePictures(TenantId tenant, Pictures pictures) {
		if (!this.themes.mayWear(tenant, pictures)) {
			throw ThemeProblem.invalid(Map.of("picture", "unknown"));
		}
	}

	private static void requireSeen(Theme theme, @Nullable Integer seen) {
		if (seen != null && theme.revision() != seen) {
			throw ThemeProblem.changedMeanwhile(theme.revision());
		}
	}

	/// Colours below AA have to be accepted once; text that nobody can read is never
	/// taken.
	private static void check(List<Finding> before, Look look, boolean accepted) {
		List<Finding> failing = look.failing();
		if (before.equals(failing)) {
			return;
		}
		if (failing.stream().anyMatch(Finding::unreadable)) {
			throw ThemeProblem.unreadable(failing);
		}
		if (!accepted && !before.containsAll(failing)) {
			throw ThemeProblem.belowAa(failing);
		}
	}

	private OutgoingEvent event(Caller caller, String id, String change, Theme theme) {
		String hash = change.equals(ThemeChanged.DELETED) ? null : this.themes.worn(caller.tenant(), id, theme).hash();
		ThemeChanged body = new ThemeChanged(id, change, theme.revision(), hash, theme.look().failing().size(),
				this.clock.instant());
		return new OutgoingEvent(ThemeChanged.TOPIC, ThemeChanged.TYPE, caller.tenant(), id, caller.actor(), body);
	}

	private static String newId() {
		return RANDOM.ints(12, 0, LETTERS.length())
			.mapToObj((index) -> LETTERS.substring(index, index + 1))
			.collect(Collectors.joining());
	}

}
