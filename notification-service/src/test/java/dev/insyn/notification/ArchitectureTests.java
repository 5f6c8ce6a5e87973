package dev.insyn.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.insyn.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	/// The compiled templates are looked at too, as users of what is public for them.
	@Test
	void followsTheRulesOfEveryService() {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("dev.insyn.notification", "gg.jte.generated")
			.that(resideInAPackage("dev.insyn.notification.."));
		assertThat(classes).isNotEmpty();
		ArchitectureRules.all("dev.insyn.notification").forEach((rule) -> rule.check(classes));
	}

}
