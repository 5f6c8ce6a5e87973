package dev.insyn.contact.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.EditingCatalogue;
import dev.insyn.contact.catalogue.EntityTag;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.catalogue.FieldDraft;
import dev.insyn.contact.catalogue.InvalidField;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.fields.FieldType;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The field catalogue in the console: everybody reads it, administrators edit it.
@Controller
@RequestMapping(path = CatalogueScreens.LIST, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class CatalogueScreens {

	static final String LIST = "/admin/field-catalogue";

	private final FieldCatalogues catalogues;

	private final EditingCatalogue editing;

	private final Screens screens;

	CatalogueScreens(FieldCatalogues catalogues, EditingCatalogue editing, Screens screens) {
		this.catalogues = catalogues;
		this.editing = editing;
		this.screens = screens;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		return Screen.shown(
				new CatalogueTable(this.screens.of(user)).draw(this.catalogues.editable(user.tenant()), query, done));
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> blank(UserCaller user, @RequestParam(required = false) @Nullable String type) {
		FieldScreen screen = new FieldScreen(this.screens.of(user));
		return Screen.shown(known(type) ? screen.blank(FieldForm.blank(String.valueOf(type))) : screen.chooseType());
	}

	@PostMapping("/new/type")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> chosen(@RequestParam String type) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header("Location", LIST + "/new" + (known(type) ? "?type=" + type : ""))
			.build();
	}

	@PostMapping("/new")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> add(UserCaller user, @RequestParam MultiValueMap<String, String> form) {
		FieldForm typed = FieldForm.typed(form, languages(user));
		try {
			Catalogue.Entry added = this.editing.add(user.tenant(), typed.draft(), user.actor());
			return Screen.on(address(added.field().key()), "field-added");
		}
		catch (InvalidField invalid) {
			return Screen.refused(new FieldScreen(this.screens.of(user)).blank(typed.with(invalid.objections())));
		}
		catch (Problem problem) {
			return refused(problem, (code) -> new FieldScreen(this.screens.of(user)).blank(typed.with(code)));
		}
	}

	@GetMapping("/{key}")
	ResponseEntity<Content> one(UserCaller user, @PathVariable String key,
			@RequestParam(required = false) @Nullable String done) {
		Catalogue catalogue = this.catalogues.editable(user.tenant());
		Catalogue.Entry entry = catalogue.get(key);
		FieldScreen screen = new FieldScreen(this.screens.of(user));
		return Screen.shown(user.may(RequiredLevel.CONFIGURES)
				? screen.edit(entry, catalogue.hasValues(key), FieldForm.of(entry, languages(user)), done)
				: screen.read(entry, catalogue.hasValues(key)));
	}

	@PostMapping("/{key}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> change(UserCaller user, @PathVariable String key,
			@RequestParam MultiValueMap<String, String> form) {
		Catalogue catalogue = this.catalogues.editable(user.tenant());
		Catalogue.Entry entry = catalogue.get(key);
		FieldForm typed = FieldForm.typed(form, languages(user)).about(entry.field());
		FieldScreen screen = new FieldScreen(this.screens.of(user));
		boolean hasValues = catalogue.hasValues(key);
		try {
			this.editing.change(user.tenant(), typed.draft(), typed.seen(), user.actor());
			return Screen.on(address(key), "field-saved");
		}
		catch (InvalidField invalid) {
			return Screen.refused(screen.edit(entry, hasValues, typed.with(invalid.objections()), null));
		}
		catch (Problem problem) {
			return refused(problem,
					(code) -> screen.edit(entry, hasValues, typed.with(code).seeing(EntityTag.of(entry)), null));
		}
	}

	@GetMapping("/{key}/{act:retire|restore|delete}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> ask(UserCaller user, @PathVariable String key, @PathVariable String act) {
		Catalogue catalogue = this.catalogues.editable(user.tenant());
		return Screen.shown(new FieldScreen(this.screens.of(user)).ask(catalogue.get(key), act));
	}

	@PostMapping("/{key}/{act:retire|restore}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> turn(UserCaller user, @PathVariable String key, @PathVariable String act,
			@RequestParam String version) {
		Catalogue.Entry entry = this.catalogues.editable(user.tenant()).get(key);
		String state = act.equals("retire") ? FieldDraft.RETIRED : FieldDraft.ACTIVE;
		return act(user, entry, () -> {
			this.editing.change(user.tenant(), FieldDraft.of(entry.field()).withState(state), new EntityTag(version),
					user.actor());
			return Screen.on(address(key), act.equals("retire") ? "field-retired" : "field-restored");
		});
	}

	@PostMapping("/{key}/delete")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> delete(UserCaller user, @PathVariable String key, @RequestParam String version) {
		Catalogue.Entry entry = this.catalogues.editable(user.tenant()).get(key);
		return act(user, entry, () -> {
			this.editing.delete(user.tenant(), key, new EntityTag(version), user.actor());
			return Screen.on(LIST, "field-deleted");
		});
	}

	private ResponseEntity<Content> act(UserCaller user, Catalogue.Entry entry,
			java.util.function.Supplier<ResponseEntity<Content>> act) {
		try {
			return act.get();
		}
		catch (Problem problem) {
			boolean hasValues = this.catalogues.editable(user.tenant()).hasValues(entry.field().key());
			return refused(problem, (code) -> new FieldScreen(this.screens.of(user)).edit(entry, hasValues,
					FieldForm.of(entry, languages(user)).with(code), null));
		}
	}

	/// A refusal that the screen has words for is said on it; any other is an error page.
	private static ResponseEntity<Content> refused(Problem problem,
			java.util.function.Function<String, Content> screen) {
		if (problem.status() != HttpStatus.CONFLICT && problem.status() != HttpStatus.PRECONDITION_FAILED) {
			throw problem;
		}
		return Screen.refused(screen.apply(problem.type().substring(problem.type().lastIndexOf(':') + 1)));
	}

	private List<String> languages(UserCaller user) {
		return this.screens.of(user).languages();
	}

	static String address(String key) {
		return LIST + "/" + key;
	}

	private static boolean known(@Nullable String type) {
		return type != null && Stream.of(FieldType.values())
			.anyMatch((known) -> known.name().equals(type.toUpperCase(Locale.ROOT)));
	}

}
