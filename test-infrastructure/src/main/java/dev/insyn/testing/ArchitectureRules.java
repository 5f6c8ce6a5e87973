package dev.insyn.testing;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/// The architecture as rules: a service's `ArchitectureTests` names the ones that hold for it, usually [#all].
public final class ArchitectureRules {

	private ArchitectureRules() {
	}

	/// Only the platform's store talks to MongoDB, because only there a tenant cannot be
	/// forgotten.
	public static ArchRule onlyTheStoreTalksToMongo() {
		return ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("dev.insyn.platform.store..", "dev.insyn.platform.observability..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data.mongodb.core", "com.mongodb.client..")
			.allowEmptyShould(true);
	}

}
