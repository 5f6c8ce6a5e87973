package dev.insyn.contact;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Future;

import com.sun.management.OperatingSystemMXBean;
import dev.insyn.contact.crm.CrmImport;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.crm.DemoPeople;
import dev.insyn.stack.crm.DemoPerson;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.database.EmbeddedDatabase;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;

/// The service on the embedded database, filled with as many people as asked for. Its own work is measured, so its events
/// go to a producer that confirms at once.
final class ServiceAtScale {

	static final TenantId TENANT = new TenantId("nordcykel");

	private static final PrintStream OUT = System.out;

	private ServiceAtScale() {
	}

	static ConfigurableApplicationContext start(EmbeddedDatabase database, EmbeddedBroker broker) {
		return new SpringApplicationBuilder(ContactServiceApplication.class, ConfirmsAtOnce.class).run(
				"--spring.mongodb.uri=" + database.uri("contacts"),
				"--insyn.contact.keys.mongodb-uri=" + database.uri("contact_keys"),
				"--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(), "--server.port=0",
				"--insyn.tenants[0].id=nordcykel", "--insyn.tenants[0].name=Nordcykel AB",
				"--insyn.tenants[0].languages=sv,en",
				"--insyn.security.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
				"--logging.level.root=error");
	}

	static void importPeople(ConfigurableApplicationContext service, int number) {
		CrmImport crm = new CrmImport(service);
		long start = System.nanoTime();
		long cpu = cpu();
		for (int i = 0; i < number; i++) {
			DemoPerson person = DemoPeople.person(DemoTenant.values()[0], i);
			crm.upserted(TENANT.value(), person.crmId(), person.organisation(), person.told());
			if ((i + 1) % 10_000 == 0) {
				say("%d imported, %.0f a second", i + 1, (i + 1) * 1e9 / (System.nanoTime() - start));
			}
		}
		say("import: %d, %.0f a second, %.2f ms of CPU each (service, database and broker)", number,
				number * 1e9 / (System.nanoTime() - start), (cpu() - cpu) / 1e6 / number);
	}

	/// What this process has used of all processors, in nanoseconds.
	static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	static void say(String text, Object... arguments) {
		OUT.printf(Locale.ROOT, text + "%n", arguments);
	}

	/// A broker's answer without a broker.
	@TestConfiguration(proxyBeanMethods = false)
	static class ConfirmsAtOnce {

		@Bean
		ProducerFactory<Object, Object> producers() {
			Serializer<Object> bytes = (topic, data) -> (byte[]) data;
			return () -> new MockProducer<>(true, null, bytes, bytes) {

				@Override
				public synchronized Future<RecordMetadata> send(ProducerRecord<Object, Object> event) {
					clear();
					return super.send(event);
				}

			};
		}

	}

}
