package dev.insyn.token;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.insyn.testing.ArchitectureRules;

/// Went red when `Links` was given a `MongoTemplate`.
@AnalyzeClasses(packages = "dev.insyn.token", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule ONLY_THE_STORE_TALKS_TO_MONGO = ArchitectureRules.onlyTheStoreTalksToMongo();

}
