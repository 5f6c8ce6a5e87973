package dev.insyn.audit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.insyn.testing.ArchitectureRules;

/// The chains go through the platform's store like everything else.
@AnalyzeClasses(packages = "dev.insyn.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule store = ArchitectureRules.onlyTheStoreTalksToMongo();

}
