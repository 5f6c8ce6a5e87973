package dev.insyn.contact;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.insyn.testing.ArchitectureRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// How this service may grow.
@AnalyzeClasses(packages = "dev.insyn.contact", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/// Red with a `MongoTemplate` in [Contacts].
	@ArchTest
	static final ArchRule onlyTheStoreTalksToMongo = ArchitectureRules.onlyTheStoreTalksToMongo();

	/// Red when `keys` asks `catalogue` anything that asks back.
	@ArchTest
	static final ArchRule featuresDoNotGoInCircles = slices().matching("dev.insyn.contact.(*)..")
		.should()
		.beFreeOfCycles();

	/// Red when [Contact] takes an event's record as an argument.
	@ArchTest
	static final ArchRule theAggregateKnowsNoEvents = noClasses().that()
		.haveNameMatching("dev\\.insyn\\.contact\\.(Contact|FieldValue|Provenance|FieldChange|OwnDataUpdate|CrmWord)")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.insyn.events..", "dev.insyn.platform.store..", "org.springframework..");

	/// Red when the catalogue looks at a contact.
	@ArchTest
	static final ArchRule keysCatalogueRecordsAndSearchKnowNoContacts = noClasses().that()
		.resideInAnyPackage("dev.insyn.contact.keys", "dev.insyn.contact.catalogue", "dev.insyn.contact.records",
				"dev.insyn.contact.search")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.insyn.contact", "dev.insyn.contact.crm", "dev.insyn.contact.update");

}
