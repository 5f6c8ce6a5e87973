package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// One record in full, and how it sits between the one before and the one after.
@Component
class RecordScreen {

	private final Chains chains;

	private final ChainKey key;

	private final AuditWords words;

	private final JsonMapper json;

	RecordScreen(Chains chains, ChainKey key, AuditWords words, JsonMapper json) {
		this.chains = chains;
		this.key = key;
		this.words = words;
		this.json = json;
	}

	/// Empty if there is no such record, or it can't be read any more.
	Optional<Content> of(UserCaller caller, ConsoleUser user, long seq) {
		return read(caller.tenant(), seq).map((record) -> screen(caller, user, record));
	}

	private Content screen(UserCaller caller, ConsoleUser user, AuditRecord record) {
		Texts texts = this.words.texts(caller);
		ConsoleFrame frame = ConsoleFrame.of(texts, AuditWords.type(texts, record.event().type()), Section.AUDIT, user);
		Content event = Console.card(texts.get("audit.event"), Console.facts(event(texts, caller, record)));
		Content body = Console.card(texts.get("audit.body"), body(texts, record.event()));
		Content chain = Console.card(texts.get("audit.place-in-chain"),
				Console.facts(chain(texts, caller.tenant(), record)));
		return Console.page(frame, Console.beside(Console.all(event, body), chain));
	}

	private List<Fact> event(Texts texts, UserCaller caller, AuditRecord record) {
		Times times = this.words.times(caller);
		AuditedEvent event = record.event();
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("audit.what"), Cell.code(event.type())));
		facts.add(Fact.of(texts.get("audit.who"), AuditWords.actor(texts, caller, event.actor())));
		facts.add(Fact.of(texts.get("audit.whom"), contact(texts, event)));
		if (event.crmContact() != null) {
			facts.add(Fact.of(texts.get("audit.crm-contact"), Cell.code(event.crmContact())));
		}
		facts.add(Fact.of(texts.get("audit.subject"), Cell.code(event.subject())));
		facts.add(Fact.of(texts.get("audit.happened"), happened(times, event)));
		facts.add(Fact.of(texts.get("audit.recorded"), times.exact(record.recordedAt())));
		facts.add(Fact.of(texts.get("audit.whence"), Cell.code(event.source())));
		facts.add(Fact.of(texts.get("audit.topic-place"), Cell.code(record.place())));
		facts.add(Fact.of(texts.get("audit.event-id"), Cell.id(texts, event.id())));
		if (event.trace() != null) {
			facts.add(Fact.of(texts.get("audit.trace"), Cell.id(texts, event.trace())));
		}
		return facts;
	}

	private static Content contact(Texts texts, AuditedEvent event) {
		String contact = event.contact();
		return (contact != null) ? Cell.link(contact, "/admin/contacts/" + contact) : Cell.none(texts);
	}

	private static Content happened(Times times, AuditedEvent event) {
		try {
			return times.exact(Instant.parse(event.time()));
		}
		catch (DateTimeException odd) {
			return Cell.code(event.time());
		}
	}

	private Content body(Texts texts, AuditedEvent event) {
		if (event.body() == null) {
			return Console.paragraph(AuditWords.remark(texts, String.valueOf(event.remark())));
		}
		return Console.all(Console.paragraph(texts.get("audit.sealed")), Console.source(pretty(event.body())));
	}

	private String pretty(byte[] body) {
		try {
			return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(this.json.readTree(body));
		}
		catch (JacksonException asItIs) {
			return new String(body, StandardCharsets.UTF_8);
		}
	}

	private List<Fact> chain(Texts texts, TenantId chain, AuditRecord record) {
		Optional<AuditRecord> before = read(chain, record.seq() - 1);
		Optional<AuditRecord> after = read(chain, record.seq() + 1);
		boolean follows = (record.seq() == 1) ? record.previous().equals(AuditRecord.START)
				: before.filter((other) -> other.mac().equals(record.previous())).isPresent();
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("audit.number"), Cell.number(texts, record.seq())));
		facts.add(Fact.of(texts.get("audit.seal"), Cell.state(verdict(texts, this.key.fits(chain, record), "seal"))));
		facts.add(Fact.of(texts.get("audit.before"), Cell.state(verdict(texts, follows, "follows"))));
		facts.add(Fact.of(texts.get("audit.after"),
				after.map((other) -> Cell.state(verdict(texts, other.previous().equals(record.mac()), "followed")))
					.orElseGet(() -> Cell.text(texts.get("audit.newest")))));
		facts.add(Fact.of(texts.get("audit.mac"), Cell.id(texts, record.mac())));
		before.ifPresent((other) -> facts.add(neighbour(texts, "audit.older", other)));
		after.ifPresent((other) -> facts.add(neighbour(texts, "audit.newer", other)));
		return facts;
	}

	private static Fact neighbour(Texts texts, String key, AuditRecord record) {
		return Fact.of(texts.get(key),
				Cell.link(AuditWords.type(texts, record.event().type()), AuditScreens.ADDRESS + "/" + record.seq()));
	}

	private static Badge verdict(Texts texts, boolean good, String key) {
		return good ? Badge.good(texts.get("audit.good." + key)) : Badge.bad(texts.get("audit.bad." + key));
	}

	private Optional<AuditRecord> read(TenantId chain, long seq) {
		return (seq < 1) ? Optional.empty()
				: Examination.read(this.chains, chain, seq)
					.map(Stored::state)
					.filter((record) -> record.event() != null);
	}

}
