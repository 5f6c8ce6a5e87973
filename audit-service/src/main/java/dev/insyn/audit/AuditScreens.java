package dev.insyn.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The log as users read it: who did what, when, on whom and from where.
@Controller
@RequiredLevel(RequiredLevel.READS)
class AuditScreens {

	static final String ADDRESS = "/admin/audit";

	private static final int ROWS = 50;

	private final ReadingRecords reading;

	private final Chains chains;

	private final RecordScreen record;

	private final AuditWords words;

	private final Tenants tenants;

	AuditScreens(ReadingRecords reading, Chains chains, RecordScreen record, AuditWords words, Tenants tenants) {
		this.reading = reading;
		this.chains = chains;
		this.record = record;
		this.words = words;
		this.tenants = tenants;
	}

	@GetMapping(ADDRESS)
	ResponseEntity<Content> log(UserCaller caller, ConsoleUser user, TableQuery query) {
		Texts texts = this.words.texts(caller);
		RecordSearch search = search(query, this.tenants.get(caller.tenant()).timeZone());
		List<AuditRecord> found = this.reading.find(caller.tenant(), search, before(query), ROWS + 1);
		Table table = Table.of("records", texts.get("audit.records"), query)
			.filter(Filter.text("contact", texts.get("audit.filter.contact")))
			.filter(Filter.choice("type", texts.get("audit.what"), AuditWords.types(texts)))
			.filter(Filter.text("actor", texts.get("audit.filter.actor")))
			.filter(Filter.date("from", texts.get("audit.filter.from")))
			.filter(Filter.date("to", texts.get("audit.filter.to")))
			.columns(Column.of(texts.get("audit.what")), Column.of(texts.get("audit.who")),
					Column.of(texts.get("audit.whom")), Column.of(texts.get("audit.whence")).minor(),
					Column.of(texts.get("audit.when")), Column.number(texts.get("audit.number")))
			.rows(found.stream().limit(ROWS).map((record) -> row(texts, caller, record)).toList())
			.paging(Paging.more((found.size() > ROWS) ? Long.toString(found.get(ROWS - 1).seq()) : null))
			.empty(Empty.of(texts.get("audit.empty")));
		if (search.isOpen() && !query.narrowed()) {
			table.total(this.chains.length(caller.tenant()));
		}
		return ResponseEntity.ok(Console.page(frame(texts, user, true), Console.table(texts, table)));
	}

	@GetMapping(ADDRESS + "/{seq:[0-9]{1,12}}")
	ResponseEntity<Content> record(UserCaller caller, ConsoleUser user, @PathVariable long seq) {
		return this.record.of(caller, user, seq)
			.map(ResponseEntity::ok)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found", "No such record"));
	}

	/// The frame of the log's two screens.
	static ConsoleFrame frame(Texts texts, ConsoleUser user, boolean log) {
		return ConsoleFrame.of(texts, texts.get("console.section.audit"), Section.AUDIT, user)
			.lead(texts.get("audit.lead"))
			.tab(texts.get("audit.tab.log"), ADDRESS, log)
			.tab(texts.get("audit.tab.verify"), VerificationScreens.ADDRESS, !log);
	}

	private Row row(Texts texts, UserCaller caller, AuditRecord record) {
		Times times = this.words.times(caller);
		AuditedEvent event = record.event();
		String contact = event.contact();
		return Row.to(ADDRESS + "/" + record.seq(), Cell.text(AuditWords.type(texts, event.type())),
				AuditWords.actor(texts, caller, event.actor()),
				(contact != null) ? Cell.id(texts, contact) : Cell.textOrNone(texts, event.crmContact()),
				Cell.text(event.source().replace("/", "")), times.ago(record.recordedAt()),
				Cell.number(texts, record.seq()));
	}

	private static RecordSearch search(TableQuery query, ZoneId zone) {
		return new RecordSearch(query.value("contact").map(String::strip).orElse(null),
				query.value("type").orElse(null),
				query.value("actor").map(String::strip).map(AuditWords::actors).map(Set::copyOf).orElse(Set.of()),
				day(query, "from", zone, 0), day(query, "to", zone, 1));
	}

	private static @Nullable Instant day(TableQuery query, String name, ZoneId zone, int plus) {
		return query.value(name)
			.flatMap(AuditScreens::date)
			.map((day) -> day.plusDays(plus).atStartOfDay(zone).toInstant())
			.orElse(null);
	}

	private static Optional<LocalDate> date(String text) {
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeException noDay) {
			return Optional.empty();
		}
	}

	private static @Nullable Long before(TableQuery query) {
		return query.after().filter((place) -> place.matches("[0-9]{1,12}")).map(Long::valueOf).orElse(null);
	}

}
