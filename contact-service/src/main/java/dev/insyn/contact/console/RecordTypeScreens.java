package dev.insyn.contact.console;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.records.EditingRecordTypes;
import dev.insyn.contact.records.RecordTypes;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.contact.records.SubmittedRecordType;
import dev.insyn.contact.records.SubmittedRecordType.Fault;
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

/// The register of record types in the console: everybody reads it, administrators edit it.
@Controller
@RequestMapping(path = RecordTypeScreens.LIST, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class RecordTypeScreens {

	static final String LIST = CatalogueScreens.LIST + "/records";

	private final RecordTypes types;

	private final EditingRecordTypes editing;

	private final Screens screens;

	RecordTypeScreens(RecordTypes types, EditingRecordTypes editing, Screens screens) {
		this.types = types;
		this.editing = editing;
		this.screens = screens;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		return Screen.shown(new RecordTypeTable(this.screens.of(user)).draw(this.types.of(user.tenant()), query, done));
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> blank(UserCaller user) {
		return Screen.shown(screen(user).blank(RecordTypeForm.blank(languages(user))));
	}

	@PostMapping("/new")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> add(UserCaller user, @RequestParam MultiValueMap<String, String> form) {
		RecordTypeForm typed = RecordTypeForm.typed(form, languages(user));
		String key = typed.value("key");
		return typed.goesOn() ? Screen.shown(screen(user).blank(typed)) : put(user, key, typed, OptionalLong.empty(),
				"record-type-added", (refused) -> screen(user).blank(refused));
	}

	@GetMapping("/{key}")
	ResponseEntity<Content> one(UserCaller user, @PathVariable String key,
			@RequestParam(required = false) @Nullable String done) {
		Registered known = known(user, key);
		return Screen.shown(user.may(RequiredLevel.CONFIGURES)
				? screen(user).edit(known.type(), RecordTypeForm.of(known, languages(user)), done)
				: screen(user).read(known.type()));
	}

	@PostMapping("/{key}")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> change(UserCaller user, @PathVariable String key,
			@RequestParam MultiValueMap<String, String> form) {
		Registered known = known(user, key);
		RecordTypeForm typed = RecordTypeForm.typed(form, languages(user)).about(key);
		if (typed.goesOn()) {
			return Screen.shown(screen(user).edit(known.type(), typed, null));
		}
		return put(user, key, typed, OptionalLong.of(typed.seen()), "record-type-saved", (refused) -> screen(user)
			.edit(known.type(), (refused.problem() != null) ? refused.seeing(known.version()) : refused, null));
	}

	@GetMapping("/{key}/delete")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> ask(UserCaller user, @PathVariable String key) {
		return Screen.shown(screen(user).ask(known(user, key)));
	}

	@PostMapping("/{key}/delete")
	@RequiredLevel(RequiredLevel.CONFIGURES)
	ResponseEntity<Content> delete(UserCaller user, @PathVariable String key, @RequestParam long version) {
		Registered known = known(user, key);
		return orSaid(() -> {
			this.editing.remove(user.tenant(), key, version, user.actor());
			return Screen.on(LIST, "record-type-deleted");
		}, (code) -> screen(user).edit(known.type(), RecordTypeForm.of(known, languages(user)).with(code), null));
	}

	private ResponseEntity<Content> put(UserCaller user, String key, RecordTypeForm typed, OptionalLong seen,
			String done, Function<RecordTypeForm, Content> again) {
		SubmittedRecordType submitted = typed.submitted();
		List<Fault> faults = submitted.faults(key);
		if (!faults.isEmpty()) {
			return Screen.refused(again.apply(typed.with(faults)));
		}
		return orSaid(() -> {
			this.editing.put(user.tenant(), submitted.as(key), seen, user.actor());
			return Screen.on(address(key), done);
		}, (code) -> again.apply(typed.with((seen.isEmpty() && code.equals("changed-meanwhile")) ? "taken" : code)));
	}

	/// A refusal that the screen has words for is said on it; any other is an error page.
	private static ResponseEntity<Content> orSaid(Supplier<ResponseEntity<Content>> act,
			Function<String, Content> screen) {
		try {
			return act.get();
		}
		catch (Problem problem) {
			if (problem.status() != HttpStatus.CONFLICT && problem.status() != HttpStatus.PRECONDITION_FAILED) {
				throw problem;
			}
			return Screen.refused(screen.apply(problem.type().substring(problem.type().lastIndexOf(':') + 1)));
		}
	}

	private Registered known(UserCaller user, String key) {
		return this.types.current(user.tenant(), key)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-record-type",
					"No such record type"));
	}

	private RecordTypeScreen screen(UserCaller user) {
		return new RecordTypeScreen(this.screens.of(user));
	}

	private List<String> languages(UserCaller user) {
		return this.screens.of(user).languages();
	}

	static String address(String key) {
		return LIST + "/" + key;
	}

}
