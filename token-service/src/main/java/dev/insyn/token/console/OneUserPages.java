package dev.insyn.token.console;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
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

/// One user of the tenant and where it is signed in, for administrators.
@Controller
@RequiredLevel(RequiredLevel.CONFIGURES)
@RequestMapping(path = UserPages.ADDRESS + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
class OneUserPages {

	private final TextBook book = TextBook.console("/dev/insyn/token/console/");

	private final Users users;

	private final EndingSessions sessions;

	private final Tenants tenants;

	private final Clock clock;

	OneUserPages(Users users, EndingSessions sessions, Tenants tenants, Clock clock) {
		this.users = users;
		this.sessions = sessions;
		this.tenants = tenants;
		this.clock = clock;
	}

	@GetMapping
	ResponseEntity<Content> show(UserCaller caller, ConsoleUser user, @PathVariable String id, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Texts texts = this.book.in(user.language());
		User known = find(caller, id);
		List<RunningSession> running = this.sessions.of(caller.tenant(), id);
		Content all = running.isEmpty() ? Console.nothing()
				: Console.all(Console.actions(Action.ask(texts.get("sessions.all.button"), "sessions-all", all(id))),
						Console.dialog(texts, endAll(texts, known)));
		return ResponseEntity
			.ok(Console.page(frame(texts, known.name(), user).done(done), Console.facts(facts(texts, known)),
					Console.card(texts.get("sessions.name"), Console.paragraph(texts.get("sessions.lead.others")),
							table(texts, caller, id, query).of(running), all)));
	}

	@GetMapping("/sessions/end-all")
	ResponseEntity<Content> askForAll(UserCaller caller, ConsoleUser user, @PathVariable String id) {
		Texts texts = this.book.in(user.language());
		User known = find(caller, id);
		return ResponseEntity
			.ok(Console.page(frame(texts, known.name(), user), Console.confirmation(texts, endAll(texts, known))));
	}

	@PostMapping("/sessions/end-all")
	ResponseEntity<Void> endAll(UserCaller caller, @PathVariable String id) {
		this.sessions.endAllBut(caller.tenant(), id, "", caller.actor());
		return back(id, "sessions-ended");
	}

	@GetMapping("/sessions/{session}/end")
	ResponseEntity<Content> askForOne(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@PathVariable String session, TableQuery query) {
		Texts texts = this.book.in(user.language());
		User known = find(caller, id);
		RunningSession running = this.sessions.of(caller.tenant(), id)
			.stream()
			.filter((other) -> other.id().equals(session))
			.findFirst()
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-session", "It is over"));
		Dialog question = Question.of(texts, "sessions.one", ending(id, running), address(id),
				table(texts, caller, id, query).inWords(running.browser()));
		return ResponseEntity.ok(Console.page(frame(texts, known.name(), user), Console.confirmation(texts, question)));
	}

	@PostMapping("/sessions/{session}/end")
	ResponseEntity<Void> endOne(UserCaller caller, @PathVariable String id, @PathVariable String session) {
		this.sessions.end(caller.tenant(), id, session, caller.actor());
		return back(id, "session-ended");
	}

	private User find(UserCaller caller, String id) {
		return this.users.find(caller.tenant(), id)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:unknown-user", "No such user"));
	}

	private SessionTable table(Texts texts, UserCaller caller, String id, TableQuery query) {
		Times times = new Times(texts, this.tenants.get(caller.tenant()).timeZone(), this.clock);
		return new SessionTable(texts, times, query, caller.session(), (session) -> ending(id, session));
	}

	private static String ending(String id, RunningSession session) {
		return address(id) + "/sessions/" + session.id() + "/end";
	}

	private static String all(String id) {
		return address(id) + "/sessions/end-all";
	}

	private static Dialog endAll(Texts texts, User user) {
		return Question.of(texts, "sessions.all", all(user.id()), address(user.id()), user.name());
	}

	private static List<Fact> facts(Texts texts, User user) {
		return List.of(Fact.of(texts.get("account.email"), user.email()),
				Fact.of(texts.get("account.level"), Levels.inWords(texts, user.level())),
				Fact.of(texts.get("users.id"), Cell.id(texts, user.id())));
	}

	private static String address(String id) {
		return UserPages.ADDRESS + "/" + id;
	}

	private static ConsoleFrame frame(Texts texts, String title, ConsoleUser user) {
		return ConsoleFrame.of(texts, title, Section.USERS, user);
	}

	private static ResponseEntity<Void> back(String id, String done) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address(id) + "?done=" + done)).build();
	}

}
