package dev.insyn.platform;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.insyn.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

	private final JavaClasses platform = ArchitectureRules.mainClassesOf("dev.insyn.platform");

	@Test
	void packagesHaveNoCycles() {
		ArchitectureRules.noCycles("dev.insyn.platform").check(this.platform);
	}

	@Test
	void namesSayWhatThingsAre() {
		ArchitectureRules.aClassNameSaysWhatItIs().check(this.platform);
	}

	@Test
	void theStoreAloneTalksToMongo() {
		ArchitectureRules.onlyTheStoreTalksToMongo().check(this.platform);
	}

	@Test
	void noServiceIsKnownHere() {
		ArchitectureRules.servicesDoNotImportEachOther("dev.insyn.platform").check(this.platform);
	}

}
