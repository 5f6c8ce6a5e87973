package dev.insyn.page;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.insyn.testing.ArchitectureRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// Only the platform talks to the database, and what a page looks like does not hang on whose data it shows.
@AnalyzeClasses(packages = "dev.insyn.page", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule STORE = ArchitectureRules.onlyTheStoreTalksToMongo();

	@ArchTest
	static final ArchRule LOOKS_KNOW_NO_CONTACTS = noClasses().that()
		.resideInAnyPackage("dev.insyn.page.theme", "dev.insyn.page.pages")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.insyn.page.contacts", "dev.insyn.page.own", "dev.insyn.page.waiting");

}
