package dev.insyn.testing;

import java.util.List;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// The architecture as rules. A service's `ArchitectureTests` is one line: `ArchitectureRules.check("dev.insyn.contact")`.
public final class ArchitectureRules {

	private static final List<String> SERVICES = List.of("dev.insyn.audit", "dev.insyn.contact", "dev.insyn.gateway",
			"dev.insyn.notification", "dev.insyn.page", "dev.insyn.token");

	private ArchitectureRules() {
	}

	/// Checks the rules that hold for every service on the main classes of a package.
	public static void check(String rootPackage) {
		JavaClasses classes = mainClassesOf(rootPackage);
		if (classes.isEmpty()) {
			throw new AssertionError("No classes in " + rootPackage + ": the rules would hold of nothing");
		}
		for (ArchRule rule : all(rootPackage)) {
			rule.check(classes);
		}
	}

	/// The rules that hold for every service.
	public static List<ArchRule> all(String rootPackage) {
		return List.of(onlyTheStoreTalksToMongo(), onlyMessagingKnowsTheEvents(), publicOnlyIfUsedElsewhere(),
				noCycles(rootPackage), servicesDoNotImportEachOther(rootPackage), aClassNameSaysWhatItIs(),
				nobodyPrintsOrSleeps());
	}

	public static JavaClasses mainClassesOf(String rootPackage) {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(rootPackage);
	}

	/// Only the platform's store talks to MongoDB, because only there a tenant cannot be
	/// forgotten. (`Criteria` and
	/// what stands on records may be used.)
	public static ArchRule onlyTheStoreTalksToMongo() {
		return noClasses().that()
			.resideOutsideOfPackages("dev.insyn.platform.store..", "dev.insyn.platform.observability..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data.mongodb.core",
					"org.springframework.data.mongodb.repository..", "com.mongodb..", "org.bson..")
			.as("only the platform's store talks to MongoDB")
			.because("a query without a tenant must not be possible")
			.allowEmptyShould(true);
	}

	/// Event records stay at the edge, in the classes named `…Messaging`.
	public static ArchRule onlyMessagingKnowsTheEvents() {
		return noClasses().that(areNot("named …Messaging", (type) -> outermost(type).endsWith("Messaging")))
			.and()
			.resideOutsideOfPackages("dev.insyn.events..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.insyn.events..")
			.as("only *Messaging knows the event contracts")
			.because("what is agreed with others must not shape the inside")
			.allowEmptyShould(true);
	}

	/// Package-private unless another package needs it. Frameworks look for some classes
	/// from outside; applications
	/// may be public.
	public static ArchRule publicOnlyIfUsedElsewhere() {
		return classes().that()
			.areTopLevelClasses()
			.and()
			.haveModifier(JavaModifier.PUBLIC)
			.and(areNot("an application", (type) -> type.getSimpleName().endsWith("Application")))
			.and(areNot("used by templates",
					(type) -> type.getDirectDependenciesToSelf()
						.stream()
						.anyMatch((use) -> use.getOriginClass().getPackageName().startsWith("gg.jte"))))
			.should(beUsedInAnotherPackage())
			.as("a class is package-private unless another package uses it")
			.allowEmptyShould(true);
	}

	public static ArchRule noCycles(String rootPackage) {
		return SlicesRuleDefinition.slices()
			.matching(rootPackage + ".(**)")
			.should()
			.beFreeOfCycles()
			.as("packages have no cycles")
			.allowEmptyShould(true);
	}

	/// Services meet in event-contracts and over HTTP.
	public static ArchRule servicesDoNotImportEachOther(String rootPackage) {
		return noClasses().that()
			.resideInAPackage(rootPackage + "..")
			.should()
			.dependOnClassesThat(areIn("another service",
					(type) -> SERVICES.stream()
						.filter((service) -> !rootPackage.startsWith(service))
						.anyMatch((service) -> isIn(type, service))))
			.as("services do not import each other")
			.allowEmptyShould(true);
	}

	public static ArchRule aClassNameSaysWhatItIs() {
		return noClasses().should()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Utils")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.orShould()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Impl")
			.orShould()
			.haveSimpleNameEndingWith("DTO")
			.orShould()
			.haveSimpleNameEndingWith("Dto")
			.as("a class name says what it is")
			.allowEmptyShould(true);
	}

	/// What is printed is in no log, and a sleeping service is waiting for something it
	/// should be told.
	public static ArchRule nobodyPrintsOrSleeps() {
		return noClasses().that()
			.resideOutsideOfPackage("dev.insyn.platform..")
			.should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.orShould()
			.callMethod(Throwable.class, "printStackTrace")
			.orShould()
			.callMethod(Thread.class, "sleep", long.class)
			.as("nobody prints or sleeps")
			.allowEmptyShould(true);
	}

	private static boolean isIn(JavaClass type, String rootPackage) {
		return type.getPackageName().equals(rootPackage) || type.getPackageName().startsWith(rootPackage + ".");
	}

	private static String outermost(JavaClass type) {
		JavaClass outer = type;
		while (outer.getEnclosingClass().isPresent()) {
			outer = outer.getEnclosingClass().get();
		}
		return outer.getSimpleName();
	}

	private static ArchCondition<JavaClass> beUsedInAnotherPackage() {
		return new ArchCondition<>("be used in another package") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean used = type.getDirectDependenciesToSelf()
					.stream()
					.anyMatch((use) -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
				events.add(new SimpleConditionEvent(type, used,
						type.getName() + (used ? " is used" : " is public but not used") + " in another package"));
			}

		};
	}

	private static DescribedPredicate<JavaClass> areNot(String what, Predicate<JavaClass> predicate) {
		return DescribedPredicate.describe("are not " + what, predicate.negate());
	}

	private static DescribedPredicate<JavaClass> areIn(String what, Predicate<JavaClass> predicate) {
		return DescribedPredicate.describe("are in " + what, predicate);
	}

}
