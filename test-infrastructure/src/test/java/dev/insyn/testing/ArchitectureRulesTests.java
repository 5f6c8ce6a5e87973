package dev.insyn.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A rule that cannot fail guards nothing: each catches its example in `dev.insyn.testing.bad`.
class ArchitectureRulesTests {

	private static final String BAD = "dev.insyn.testing.bad";

	private final JavaClasses bad = new ClassFileImporter().importPackages(BAD);

	@Test
	void goingAroundTheStoreIsCaught() {
		assertCaught(ArchitectureRules.onlyTheStoreTalksToMongo(), "StraightToMongo");
	}

	@Test
	void eventsInsideAreCaughtAndMessagingMayKnowThem() {
		assertCaught(ArchitectureRules.onlyMessagingKnowsTheEvents(), "KnowsEvents");
		assertThat(ArchitectureRules.onlyMessagingKnowsTheEvents().evaluate(this.bad).getFailureReport().getDetails())
			.noneMatch((detail) -> detail.contains("SampleMessaging"));
	}

	@Test
	void needlessPublicIsCaught() {
		assertCaught(ArchitectureRules.publicOnlyIfUsedElsewhere(), "NeedlesslyPublic");
		assertThat(ArchitectureRules.publicOnlyIfUsedElsewhere().evaluate(this.bad).getFailureReport().getDetails())
			.noneMatch((detail) -> detail.contains("First"));
	}

	@Test
	void aCycleIsCaught() {
		assertCaught(ArchitectureRules.noCycles(BAD), "Slice one");
	}

	@Test
	void anotherServicesTypeIsCaught() {
		assertCaught(ArchitectureRules.servicesDoNotImportEachOther(BAD), "KnowsAnotherService");
	}

	@Test
	void anEmptyNameIsCaught() {
		assertCaught(ArchitectureRules.aClassNameSaysWhatItIs(), "StringUtils");
	}

	@Test
	void printingIsCaught() {
		assertCaught(ArchitectureRules.nobodyPrintsOrSleeps(), "StringUtils");
	}

	@Test
	void aPackageThatDoesNotExistIsCaught() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ArchitectureRules.check("dev.insyn.nowhere"))
			.withMessageContaining("No classes");
	}

	private void assertCaught(ArchRule rule, String culprit) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(this.bad))
			.withMessageContaining(culprit);
	}

}
