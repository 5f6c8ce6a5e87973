package dev.insyn.page;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.insyn.testing.ArchitectureRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// Each rule was seen red once: with a `MongoTemplate` in `Pages`, and with `ContactView` used in `Theme`.
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
