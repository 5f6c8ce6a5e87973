package dev.insyn.contact.records;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import dev.insyn.contact.RunsTheService;
import dev.insyn.contact.catalogue.PublishedPages;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/// A record type comes and goes, and its records with it.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class RecordTypesIT {

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final Actor BY = Actor.system("tests");

	private static final OptionalLong NEW = OptionalLong.empty();

	@Autowired
	private RecordTypes types;

	@Autowired
	private Records records;

	@Autowired
	private RecordRetention retention;

	@Autowired
	private Events events;

	private final PublishedPages pages = mock(PublishedPages.class);

	private final RecordType tickets = type("tickets-" + UUID.randomUUID().toString().substring(0, 8));

	private final RecordOwner owner = RecordOwner.contact("c" + UUID.randomUUID().toString().replace("-", ""));

	private EditingRecordTypes editing;

	private Registered registered;

	@BeforeEach
	void aTypeWithARecord() {
		this.editing = new EditingRecordTypes(this.types, this.records, this.pages, Clock.systemUTC());
		this.registered = this.editing.put(TENANT, this.tickets, NEW, BY);
		hear("1");
		assertThat(held()).isEqualTo(1);
	}

	@Test
	void whatIsRemovedIsGoneWithAllItsRecordsAndStaysSo() {
		this.editing.remove(TENANT, this.tickets.key(), this.registered.version(), BY);

		assertThat(this.types.of(TENANT)).extracting(RecordType::key).isNotEmpty().doesNotContain(this.tickets.key());
		assertThat(this.types.current(TENANT, this.tickets.key())).isEmpty();
		assertThat(held()).isZero();
	}

	/// Red when a change is written without its event. What says the same again is no
	/// change.
	@Test
	void eachChangeIsTold() {
		RecordType other = new RecordType(this.tickets.key(), Map.of("en", "Matters"), this.tickets.columns(),
				this.tickets.purpose(), "consent", "P2Y", "crm");
		try (Recording told = this.events.record("insyn.contacts")) {
			long first = this.registered.version();
			assertThat(this.editing.put(TENANT, this.tickets, OptionalLong.of(first), BY).version()).isEqualTo(first);
			long second = this.editing.put(TENANT, other, OptionalLong.of(first), BY).version();
			this.editing.remove(TENANT, other.key(), second, BY);

			told.await((event) -> event.subject().equals(other.key()) && event.body().contains("\"deleted\""));
			assertThat(told.ofType("record-type.changed.v1")).filteredOn((event) -> event.subject().equals(other.key()))
				.extracting((event) -> event.body().replaceAll(".*\"change\":\"([a-z]+)\".*", "$1"))
				.containsExactly("updated", "deleted");
		}
	}

	/// As an instance does for a minute that has not heard of the removal. Red when the
	/// sweep looks after registered types only.
	@Test
	void whatComesInAfterTheRemovalIsSwept() {
		this.editing.remove(TENANT, this.tickets.key(), this.registered.version(), BY);
		hear("2");
		assertThat(held()).isEqualTo(1);

		this.retention.enforce();

		assertThat(held()).isZero();
	}

	/// Red when the sweep doesn't ask whether the type is back.
	@Test
	void aTypeThatComesAgainHasAVersionOfItsOwnAndKeepsItsRecords() {
		this.editing.remove(TENANT, this.tickets.key(), this.registered.version(), BY);

		Registered again = this.editing.put(TENANT, this.tickets, NEW, BY);
		hear("3");
		this.retention.enforce();

		assertThat(again.version()).isGreaterThan(this.registered.version());
		assertThat(this.types.of(TENANT)).contains(this.tickets);
		assertThat(held()).isEqualTo(1);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.editing.put(TENANT, this.tickets, OptionalLong.of(this.registered.version()), BY));
	}

	/// Red when `remove` doesn't ask, or takes silence for a no.
	@Test
	void staysWhileAPublishedPageShowsItOrNobodyKnows() {
		given(this.pages.withRecordType(this.tickets.key())).willReturn(List.of("P05"));
		refused(HttpStatus.CONFLICT, this.registered.version());
		given(this.pages.withRecordType(any())).willThrow(new ResourceAccessException("away"));
		assertThatExceptionOfType(ResourceAccessException.class)
			.isThrownBy(() -> this.editing.remove(TENANT, this.tickets.key(), this.registered.version(), BY));

		assertThat(this.types.current(TENANT, this.tickets.key())).isPresent();
		assertThat(held()).isEqualTo(1);
	}

	/// Red when `remove` doesn't look at the version.
	@Test
	void whoSawAnotherVersionRemovesNothing() {
		refused(HttpStatus.PRECONDITION_FAILED, this.registered.version() + 1);

		assertThat(held()).isEqualTo(1);
	}

	/// Red when an empty register is taken for none.
	@Test
	void whoWantsNoneIsNotGivenTheStandardOnesAnew() {
		TenantId other = new TenantId("fjordbok");
		List<RecordType> standard = this.types.of(other);
		for (RecordType type : standard) {
			this.editing.remove(other, type.key(), this.types.current(other, type.key()).orElseThrow().version(), BY);
		}

		assertThat(this.types.of(other)).isEmpty();

		standard.forEach((type) -> this.editing.put(other, type, NEW, BY));
		assertThat(this.types.of(other)).containsExactlyInAnyOrderElementsOf(standard);
	}

	private void refused(HttpStatus status, long seen) {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.editing.remove(TENANT, this.tickets.key(), seen, BY))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(status));
	}

	private void hear(String id) {
		this.records.hearOnce(TENANT, this.owner, this.tickets,
				List.of(new ToldRecord(id, 1, Instant.now(), Map.of("number", id))), Locale.ENGLISH,
				UUID.randomUUID().toString());
	}

	private int held() {
		return this.records.of(TENANT, this.owner, this.tickets).alive().size();
	}

	private static RecordType type(String key) {
		return new RecordType(key, Map.of("en", "Tickets"),
				List.of(new RecordType.Column("number", FieldType.TEXT, Map.of("en", "Number"), List.of())),
				Map.of("en", "To help"), "contract", "P1Y", "crm");
	}

}
