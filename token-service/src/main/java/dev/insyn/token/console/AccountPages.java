package dev.insyn.token.console;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.session.EndingSessions;
import dev.insyn.token.session.RunningSession;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A user's own account: who one is here, the console's language, and where one is signed in.
@Controller
@RequestMapping(path = "/admin/account", produces = MediaType.TEXT_HTML_VALUE)
class AccountPages {

	static final String ADDRESS = "/admin/account";

	private static final String OTHERS = ADDRESS + "/sessions/end-others";

	private final TextBook book = TextBook.console("/dev/insyn/token/console/");

	private final Users users;

	private final EndingSessions sessions;

	private final Tenants tenants;

	private final Clock clock;

	AccountPages(Users users, EndingSessions sessions, Tenants tenants, Clock clock) {
		this.users = users;
		this.sessions = sessions;
		this.tenants = tenants;
		this.clock = clock;
	}

	@GetMapping
	ResponseEntity<Content> show(UserCaller caller, ConsoleUser user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Texts texts = this.book.in(user.language());
		List<RunningSession> running = this.sessions.of(caller.tenant(), caller.user());
		Content sessions = table(texts, caller, query).of(running);
		boolean hasOthers = running.stream().anyMatch((session) -> !session.id().equals(caller.session()));
		Content others = hasOthers ? Console.all(
				Console.actions(Action.ask(texts.get("sessions.others.button"), "sessions-others", OTHERS)),
				Console.dialog(texts, endOthers(texts))) : Console.nothing();
		return ResponseEntity.ok(Console.page(frame(texts, user).done(done), Console.facts(facts(texts, caller)),
				Console.card(texts.get("account.language"), Console.form(texts, language(texts))), Console.card(
						texts.get("sessions.name"), Console.paragraph(texts.get("sessions.lead")), sessions, others)));
	}

	@GetMapping("/sessions/end-others")
	ResponseEntity<Content> askForOthers(ConsoleUser user) {
		Texts texts = this.book.in(user.language());
		return ResponseEntity.ok(Console.page(frame(texts, user), Console.confirmation(texts, endOthers(texts))));
	}

	@PostMapping("/sessions/end-others")
	ResponseEntity<Void> endOthers(UserCaller caller) {
		this.sessions.endAllBut(caller.tenant(), caller.user(), caller.session(), caller.actor());
		return back("others-ended");
	}

	@GetMapping("/sessions/{session}/end")
	ResponseEntity<Content> askForOne(UserCaller caller, ConsoleUser user, @PathVariable String session,
			TableQuery query) {
		Texts texts = this.book.in(user.language());
		RunningSession running = this.sessions.of(caller.tenant(), caller.user())
			.stream()
			.filter((known) -> known.id().equals(session))
			.findFirst()
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-session", "It is over"));
		Dialog question = Question.of(texts, "sessions.one", ADDRESS + "/sessions/" + running.id() + "/end", ADDRESS,
				table(texts, caller, query).inWords(running.browser()));
		return ResponseEntity.ok(Console.page(frame(texts, user), Console.confirmation(texts, question)));
	}

	@PostMapping("/sessions/{session}/end")
	ResponseEntity<Void> endOne(UserCaller caller, @PathVariable String session) {
		this.sessions.end(caller.tenant(), caller.user(), session, caller.actor());
		return back("session-ended");
	}

	private SessionTable table(Texts texts, UserCaller caller, TableQuery query) {
		Times times = new Times(texts, this.tenants.get(caller.tenant()).timeZone(), this.clock);
		return new SessionTable(texts, times, query, caller.session(),
				(session) -> ADDRESS + "/sessions/" + session.id() + "/end");
	}

	private List<Fact> facts(Texts texts, UserCaller caller) {
		User user = this.users.find(caller.tenant(), caller.user())
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-user", "No such user"));
		return List.of(Fact.of(texts.get("account.name"), user.name()),
				Fact.of(texts.get("account.email"), user.email()),
				Fact.of(texts.get("account.level"), Levels.inWords(texts, user.level())));
	}

	private static Form language(Texts texts) {
		Field choice = Field
			.radios("language", texts.get("account.language.of-console"),
					List.of(Choice.of("sv", "Svenska"), Choice.of("en", "English")))
			.value(texts.language());
		return Form.post("language", LanguageController.ADDRESS)
			.fields(choice)
			.submit(Action.submit(texts.get("account.language.save"), "language"));
	}

	private static Dialog endOthers(Texts texts) {
		return Question.of(texts, "sessions.others", OTHERS, ADDRESS);
	}

	private static ConsoleFrame frame(Texts texts, ConsoleUser user) {
		return ConsoleFrame.of(texts, texts.get("account.title"), Section.ACCOUNT, user);
	}

	private static ResponseEntity<Void> back(String done) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(ADDRESS + "?done=" + done)).build();
	}

}
