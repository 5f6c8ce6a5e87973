package dev.insyn.contact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.insyn.contact.crm.CrmIdsForTests;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The whole service with a real broker and a database, two tenants, and a CRM that talks to it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "insyn.tenants[0].id=nordcykel", "insyn.tenants[0].name=Nordcykel AB",
				"insyn.tenants[0].languages=sv,en", "insyn.tenants[1].id=fjordbok", "insyn.tenants[1].name=Fjordbok AS",
				"insyn.tenants[1].languages=nb,en", "insyn.tenants[1].country=NO", "logging.level.kafka=warn",
				"logging.level.state.change.logger=off", "logging.level.org.apache.kafka=error",
				"logging.level.de.bwaldvogel=error", "logging.level.org.testcontainers=off",
				"insyn.security.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=" })
@Import({ InfrastructureForTests.class, TestTokens.class, CrmForTests.class, CrmIdsForTests.class,
		ServiceForTests.class, DatabasesForTests.class, TopicsAndTokens.class })
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunsTheService {

}
