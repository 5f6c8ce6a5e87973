package dev.insyn.token.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Sort;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.token.session.EndingSessions;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;
import gg.jte.Content;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// All users of the tenant, for administrators.
@Controller
@RequiredLevel(RequiredLevel.CONFIGURES)
@RequestMapping(path = "/admin/users", produces = MediaType.TEXT_HTML_VALUE)
class UserPages {

	static final String ADDRESS = "/admin/users";

	private static final int PAGE = 50;

	private final TextBook book = TextBook.console("/dev/insyn/token/console/");

	private final Users users;

	private final EndingSessions sessions;

	UserPages(Users users, EndingSessions sessions) {
		this.users = users;
		this.sessions = sessions;
	}

	/// Posted when searched: a name does not belong into an address.
	@RequestMapping(method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, TableQuery query) {
		Texts texts = this.book.in(user.language());
		Map<String, Long> counts = this.sessions.countByUser(caller.tenant());
		Sort sort = query.sort("name", "level", "sessions");
		List<User> found = this.users.of(caller.tenant())
			.stream()
			.filter((known) -> fits(known, query.search()))
			.sorted(order(sort, counts))
			.toList();
		List<Row> rows = found.stream()
			.skip((query.page() - 1L) * PAGE)
			.limit(PAGE)
			.map((known) -> row(texts, known, counts.getOrDefault(known.id(), 0L)))
			.toList();
		Table table = Table.of("users", texts.get("users.title"), query)
			.confidential()
			.search(texts.get("users.search"))
			.columns(Column.of(texts.get("account.name")).sorted("name"), Column.of(texts.get("account.email")).minor(),
					Column.of(texts.get("account.level")).sorted("level"),
					Column.number(texts.get("users.sessions")).sorted("sessions"))
			.sorted(sort)
			.rows(rows)
			.total(found.size())
			.paging(Paging.numbered(query.page(), PAGE, found.size()))
			.empty(Empty.of(texts.get("users.none")));
		return ResponseEntity
			.ok(Console.page(frame(texts, texts.get("users.title"), user).lead(texts.get("users.lead")),
					Console.table(texts, table)));
	}

	private static Row row(Texts texts, User user, long sessions) {
		return Row.to(ADDRESS + "/" + user.id(), Cell.text(user.name()), Cell.text(user.email()),
				Cell.text(Levels.inWords(texts, user.level())), Cell.number(texts, sessions));
	}

	private static boolean fits(User user, String search) {
		String wanted = search.toLowerCase(Locale.ROOT);
		return user.name().toLowerCase(Locale.ROOT).contains(wanted)
				|| user.email().toLowerCase(Locale.ROOT).contains(wanted);
	}

	private static Comparator<User> order(Sort sort, Map<String, Long> counts) {
		Comparator<User> order = switch (sort.key()) {
			case "level" -> Comparator.comparingInt(User::level);
			case "sessions" -> Comparator.comparingLong((User user) -> counts.getOrDefault(user.id(), 0L));
			default -> Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER);
		};
		return sort.descending() ? order.reversed() : order;
	}

	private static ConsoleFrame frame(Texts texts, String title, ConsoleUser user) {
		return ConsoleFrame.of(texts, title, Section.USERS, user);
	}

}
