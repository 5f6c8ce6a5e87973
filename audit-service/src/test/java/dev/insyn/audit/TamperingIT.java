package dev.insyn.audit;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.insyn.audit.AuditFixtures.Intruder;
import dev.insyn.audit.Finding.Kind;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/// Someone with the database's password, but without the master key, changes the log behind the service's back.
///
/// They hang on `ChainKey.fits` (without the key nothing but holes is found) and, where a chain was cut off, on
/// `Walk.vouchedLength` (without heads and anchors a shorter chain is as good as the whole).
@SpringBootTest(properties = "spring.cloud.stream.bindings.audit-in-0.consumer.auto-startup=false")
@Import({ InfrastructureForTests.class, TestTokens.class })
class TamperingIT {

	private static final int LENGTH = 12;

	private final TenantId chain = new TenantId("chain-" + UUID.randomUUID().toString().substring(24));

	@Autowired
	private Chains chains;

	@Autowired
	private TenantDocumentsFactory documents;

	@Autowired
	private Heads heads;

	@Autowired
	private ChainKey key;

	@Autowired
	private Verification verification;

	@Autowired
	private Environment environment;

	private Intruder intruder;

	@BeforeEach
	void recordSomeEvents() {
		this.intruder = new Intruder(this.environment);
		append(1, LENGTH);
		assertThat(verify().finding()).isNull();
	}

	@AfterEach
	void close() {
		this.intruder.close();
	}

	@Test
	void findsNothingInAChainThatNobodyTouched() {
		Verdict verdict = verify();
		assertThat(verdict.intact()).isTrue();
		assertThat(verdict.length()).isEqualTo(LENGTH);
	}

	/// Red if the head is read only once, before a chain that is new.
	@Test
	void findsNothingWhileTheChainGrows() throws InterruptedException {
		TenantId young = new TenantId("chain-" + UUID.randomUUID().toString().substring(24));
		Thread growth = Thread.ofVirtual()
			.start(() -> IntStream.rangeClosed(1, 150)
				.forEach((number) -> this.chains.append(young, AuditFixtures.place(number),
						AuditFixtures.event(number))));
		while (growth.isAlive()) {
			assertThat(this.verification.verify(young, AnchorsOfChain.none()).finding()).isNull();
		}
		growth.join();
		assertThat(this.verification.verify(young, AnchorsOfChain.none()).length()).isEqualTo(150);
	}

	@ParameterizedTest
	@ValueSource(strings = { "event.type", "event.subject", "event.actor", "event.time", "event.source",
			"event.contact", "event.digest", "event.crmContact", "event.trace", "event.remark", "event._id", "place",
			"previous", "mac" })
	void findsAChangedText(String field) {
		change(5, Updates.set(field, "changed"));
		assertFinding(5, Kind.CHANGED);
	}

	@Test
	void findsAChangedPayloadAlsoWhereItIsSealed() {
		Binary body = record(5).get("event", Document.class).get("body", Binary.class);
		byte[] bytes = body.getData().clone();
		bytes[bytes.length - 3] ^= 1;
		change(5, Updates.set("event.body", bytes));
		assertFinding(5, Kind.CHANGED);
	}

	@Test
	void findsAChangedTimeOfRecording() {
		change(5, Updates.set("recordedAt", new Date(0)));
		assertFinding(5, Kind.CHANGED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "event", "event.body", "event.actor", "mac", "previous", "recordedAt", "seq", "place" })
	void findsARemovedField(String field) {
		change(5, Updates.unset(field));
		assertFinding(5, Kind.CHANGED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "event", "event.body", "seq", "recordedAt", "mac", "_version" })
	void findsAFieldOfAnotherShape(String field) {
		change(5, Updates.set(field, new Document("what", "is this?")));
		assertFinding(5, Kind.CHANGED);
	}

	@Test
	void findsARecordThatWasWrittenToAndBack() {
		change(5, Updates.inc("_version", 1L));
		assertFinding(5, Kind.CHANGED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, LENGTH - 1 })
	void findsARemovedRecord(int seq) {
		this.intruder.records().deleteOne(byId(seq));
		assertFinding(seq, Kind.REMOVED);
	}

	@Test
	void findsAHiddenRecord() {
		change(5, Updates.set("_deleted", true));
		assertFinding(5, Kind.REMOVED);
	}

	@Test
	void findsARemovedRecordWhoseFollowersWereMovedUp() {
		this.intruder.records().deleteOne(byId(5));
		for (int seq = 6; seq <= LENGTH; seq++) {
			move(seq, seq - 1);
		}
		assertFinding(5, Kind.REMOVED);
	}

	@Test
	void findsAnInsertedRecordWhoseFollowersWereMovedDown() {
		for (int seq = LENGTH; seq >= 5; seq--) {
			move(seq, seq + 1);
		}
		Document forged = record(4);
		forged.put("_id", id(5));
		forged.put("seq", 5L);
		forged.put("place", "insyn.contacts-0-999");
		this.intruder.records().insertOne(forged);
		assertFinding(5, Kind.INSERTED);
	}

	@Test
	void findsARecordAppendedWithoutTheKey() {
		Document forged = record(LENGTH);
		forged.put("_id", id(LENGTH + 1));
		forged.put("seq", LENGTH + 1L);
		forged.put("place", "insyn.contacts-0-999");
		forged.put("previous", forged.get("mac"));
		this.intruder.records().insertOne(forged);
		assertFinding(LENGTH + 1, Kind.INSERTED);
	}

	@Test
	void findsADocumentAmongTheRecordsThatHasNoPlace() {
		Document forged = record(3);
		forged.put("_id", this.chain + ":elsewhere");
		forged.put("place", "insyn.contacts-0-999");
		this.intruder.records().insertOne(forged);
		assertFinding(3, Kind.INSERTED);
	}

	@Test
	void findsTwoRecordsThatChangedPlaces() {
		Document fifth = record(5);
		Document sixth = record(6);
		this.intruder.records().deleteMany(Filters.in("_id", id(5), id(6)));
		this.intruder.records().insertMany(List.of(placed(fifth, 6), placed(sixth, 5)));
		assertFinding(5, Kind.REORDERED);
	}

	@Test
	void findsTwoRecordsWhoseDocumentsChangedIds() {
		Document fifth = record(5);
		Document sixth = record(6);
		this.intruder.records().deleteMany(Filters.in("_id", id(5), id(6)));
		fifth.put("_id", id(6));
		sixth.put("_id", id(5));
		this.intruder.records().insertMany(List.of(fifth, sixth));
		assertFinding(5, Kind.REORDERED);
	}

	@Test
	void findsARecordOfAnotherChain() {
		TenantId other = new TenantId("chain-" + UUID.randomUUID().toString().substring(24));
		IntStream.rangeClosed(1, 5)
			.forEach((number) -> this.chains.append(other, AuditFixtures.place(number + 50),
					AuditFixtures.event(number + 50)));
		Document foreign = Objects
			.requireNonNull(this.intruder.records().find(Filters.eq("_id", other + ":" + AuditRecord.id(5))).first());
		this.intruder.records().deleteOne(byId(5));
		foreign.put("_id", id(5));
		foreign.put("_tenant", this.chain.value());
		this.intruder.records().insertOne(foreign);
		assertFinding(5, Kind.CHANGED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, LENGTH })
	void findsACutOffChain(int from) {
		cutOff(from);
		assertFinding(from, Kind.CUT_OFF);
	}

	@Test
	void findsACutOffChainAlsoAfterItGrewOn() {
		cutOff(LENGTH - 1);
		append(anotherInstance(), LENGTH + 1, LENGTH + 3);
		assertFinding(LENGTH - 1, Kind.REMOVED);
	}

	@Test
	void findsAChainCutOffTogetherWithItsHead() {
		cutOff(8);
		this.intruder.heads().deleteOne(headId());
		assertFinding(8, Kind.HEAD_LOST);
	}

	@Test
	void findsACutOffChainWhoseHeadWasLostAndWrittenAnew() {
		cutOff(8);
		this.intruder.heads().deleteOne(headId());
		append(anotherInstance(), 20, 22);
		assertFinding(8, Kind.HEAD_LOST);
	}

	@Test
	void findsAHeadThatWasTurnedBack() {
		cutOff(8);
		this.intruder.heads()
			.updateOne(headId(), Updates.combine(Updates.set("length", 7L), Updates.set("hash", record(7).get("mac"))));
		assertFinding(8, Kind.HEAD_LOST);
	}

	@Test
	void recordsOnWhereAHeadWasLost() {
		this.intruder.heads().deleteOne(headId());
		append(20, 22);
		assertThat(verify().length()).isEqualTo(LENGTH + 3);
		assertFinding(LENGTH + 1, Kind.HEAD_LOST);
	}

	@Test
	void tellsTheFirstOfSeveralBadRecords() {
		change(9, Updates.set("event.actor", "changed"));
		change(4, Updates.set("event.actor", "changed"));
		this.intruder.records().deleteOne(byId(7));
		assertFinding(4, Kind.CHANGED);
	}

	@Test
	void findsABadRecordFarDownALongChain() {
		append(100, 1400);
		assertThat(verify().finding()).isNull();
		change(1200, Updates.set("event.actor", "changed"));
		assertFinding(1200, Kind.CHANGED);
	}

	/// An instance that doesn't remember where the chain ended, as after a restart.
	private Chains anotherInstance() {
		return new Chains(this.documents, this.heads, this.key, Clock.systemUTC());
	}

	private void append(int first, int last) {
		append(this.chains, first, last);
	}

	private void append(Chains instance, int first, int last) {
		IntStream.rangeClosed(first, last)
			.forEach((number) -> instance.append(this.chain, AuditFixtures.place(number), AuditFixtures.event(number)));
	}

	private Verdict verify() {
		return this.verification.verify(this.chain, AnchorsOfChain.none());
	}

	private void assertFinding(long firstBad, Kind kind) {
		Verdict verdict = verify();
		assertThat(verdict.intact()).isFalse();
		Finding finding = Objects.requireNonNull(verdict.finding());
		assertThat(finding.kind()).as(finding.toString()).isEqualTo(kind);
		assertThat(finding.firstBad()).as(finding.toString()).isEqualTo(firstBad);
	}

	private void cutOff(int from) {
		IntStream.rangeClosed(from, LENGTH).forEach((seq) -> this.intruder.records().deleteOne(byId(seq)));
	}

	private void change(int seq, Bson update) {
		assertThat(this.intruder.records().updateOne(byId(seq), update).getModifiedCount()).isEqualTo(1);
	}

	private void move(int seq, int to) {
		Document document = record(seq);
		this.intruder.records().deleteOne(byId(seq));
		this.intruder.records().insertOne(placed(document, to));
	}

	private Document placed(Document document, long seq) {
		return document.append("_id", id(seq)).append("seq", seq);
	}

	private Document record(int seq) {
		return Objects.requireNonNull(this.intruder.records().find(byId(seq)).first());
	}

	private Bson byId(long seq) {
		return Filters.eq("_id", id(seq));
	}

	private String id(long seq) {
		return this.chain + ":" + AuditRecord.id(seq);
	}

	private Bson headId() {
		return Filters.eq("_id", this.chain + ":" + Head.ID);
	}

}
