package dev.insyn.notification.mailing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.OperatingSystemMXBean;
import dev.insyn.notification.NotificationServiceApplication;
import dev.insyn.notification.PagesForTests;
import dev.insyn.notification.ReadyMadeMails;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Templates;
import dev.insyn.notification.template.TemplatesForTests;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Sends mailings to segments of some sizes, each several times, beside ready-made mails pushed through the same SMTP
/// connection pool by as many senders, and says how the rates compare, what a mail costs in processor time and what memory it
/// takes. The service is this process, so that a profiler sees all of it; broker, database and mail server are another.
///
/// Arguments: a folder; how many milliseconds the mail server thinks over each mail; how often; and sizes.
public final class MailingsAtScale {

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final PrintStream OUT = System.out;

	private static final int WARM_UP = 4000;

	private final ConfigurableApplicationContext service;

	private final Process surroundings;

	private final String neighbours;

	private String mail = "Subject: Hej\r\n\r\nHej\r\n";

	private MailingsAtScale(ConfigurableApplicationContext service, Process surroundings, String neighbours) {
		this.service = service;
		this.surroundings = surroundings;
		this.neighbours = neighbours;
	}

	public static void main(String[] arguments) throws Exception {
		Path dir = Files.createTempDirectory(Path.of(arguments[0]), "mailings-at-scale");
		Process surroundings = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				SurroundingsAtScale.class.getName(), dir.toString(), arguments[1])
			.redirectError(dir.resolve("surroundings.log").toFile())
			.start();
		try {
			String[] addresses = ready(surroundings);
			try (ConfigurableApplicationContext service = service(addresses)) {
				PagesForTests.publish(service, TENANT, "P05");
				MailingsAtScale measured = new MailingsAtScale(service, surroundings, addresses[4]);
				measured.round(WARM_UP);
				for (int i = 3; i < arguments.length; i++) {
					measured.rounds(Integer.parseInt(arguments[i]), Integer.parseInt(arguments[2]));
				}
			}
		}
		finally {
			surroundings.destroyForcibly();
		}
		System.exit(0);
	}

	private static String[] ready(Process surroundings) throws IOException {
		BufferedReader out = surroundings.inputReader();
		String line = out.readLine();
		while (line != null && !line.startsWith("READY")) {
			line = out.readLine();
		}
		if (line == null) {
			throw new IllegalStateException("The surroundings did not start");
		}
		Thread.ofVirtual().start(() -> out.lines().forEach((ignored) -> {
		}));
		return line.split(" ");
	}

	private static ConfigurableApplicationContext service(String[] addresses) {
		return new SpringApplicationBuilder(NotificationServiceApplication.class).run(
				"--spring.mongodb.uri=" + addresses[1], "--spring.kafka.bootstrap-servers=" + addresses[2],
				"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + addresses[3],
				"--insyn.services.contact=" + addresses[4], "--insyn.services.token=" + addresses[5],
				"--insyn.security.client-secret=secret", "--server.port=0", "--insyn.tenants[0].id=nordcykel",
				"--insyn.tenants[0].name=Nordcykel AB", "--insyn.tenants[0].languages=sv,en",
				"--insyn.security.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
				"--logging.level.root=error");
	}

	private void rounds(int number, int rounds) throws Exception {
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round < rounds; round++) {
			ratios.add(round(number));
		}
		Collections.sort(ratios);
		say("%d mails: ratio %.2f (%.2f to %.2f)", number, ratios.get(rounds / 2), ratios.getFirst(), ratios.getLast());
	}

	private double round(int number) throws Exception {
		Cost before = cost();
		ReadyMadeMails.of(this.service).push(this.mail, number);
		Cost ready = cost();
		String mailing = planned(number);
		collect();
		long heap = heap();
		resetPeak();
		long taken = taken();
		Cost begun = cost();
		this.service.getBean(MailingActs.class)
			.send(TENANT, mailing, null, dev.insyn.platform.messaging.Actor.user("karin"));
		while (this.service.getBean(Mailings.class)
			.find(TENANT, mailing)
			.orElseThrow()
			.state()
			.dates()
			.ended() == null) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		Cost sent = cost();
		if (taken() - taken != number) {
			throw new IllegalStateException("The mail server has " + (taken() - taken));
		}
		long peak = peak();
		this.mail = ask("/last");
		collect();
		double ratio = before.nanoseconds(ready) * 1.0 / begun.nanoseconds(sent);
		say("%6d mails: ready-made %5.0f/s (%3.0f µs CPU here, %3.0f around), mailing %5.0f/s (%4.0f, %4.0f), ratio %.2f;"
				+ " heap %.0f -> %.0f MiB, resident at most %d MiB", number, number * 1e9 / before.nanoseconds(ready),
				before.own(ready) / number, before.around(ready) / number, number * 1e9 / begun.nanoseconds(sent),
				begun.own(sent) / number, begun.around(sent) / number, ratio, heap / 1048576.0, heap() / 1048576.0,
				peak >> 10);
		return ratio;
	}

	private String planned(int number) throws InterruptedException {
		String template = TemplatesForTests.service(this.service.getBean(Templates.class), TENANT,
				"Hej {{contact.first-name}}", """
						Hej {{contact.first-name}}!

						Du är kund hos oss, och vi vill att dina uppgifter stämmer. Se efter, och ändra det som är fel.

						_P05_Ändra dina uppgifter_

						Hälsningar från oss på **Nordcykel**""");
		Mailings mailings = this.service.getBean(Mailings.class);
		String mailing = mailings
			.add(TENANT,
					Mailing
						.draft("Alla", template, MailTemplate.Kind.SERVICE, Audience.segment(String.valueOf(number)),
								"user:karin", 0, Instant.now())
						.lookedAt())
			.id();
		TimeUnit.SECONDS.sleep(2);
		return mailing;
	}

	private long taken() throws IOException, InterruptedException {
		return Long.parseLong(ask("/taken"));
	}

	private String ask(String path) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(URI.create(this.neighbours + path)).build(),
						HttpResponse.BodyHandlers.ofString())
				.body();
		}
	}

	private Cost cost() {
		long own = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
		long around = this.surroundings.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
		return new Cost(System.nanoTime(), own, around);
	}

	private static void collect() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
	}

	private static long heap() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/// Linux.
	private static void resetPeak() throws IOException {
		Files.writeString(Path.of("/proc/self/clear_refs"), "5");
	}

	/// @return KiB
	private static long peak() throws IOException {
		Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(Files.readString(Path.of("/proc/self/status")));
		return peak.find() ? Long.parseLong(peak.group(1)) : 0;
	}

	private static void say(String text, Object... arguments) {
		OUT.printf(Locale.ROOT, text + "%n", arguments);
	}

	/// Time and processor time until now, in nanoseconds.
	private record Cost(long time, long ownCpu, long aroundCpu) {

		long nanoseconds(Cost later) {
			return later.time() - this.time;
		}

		/// In microseconds.
		double own(Cost later) {
			return (later.ownCpu() - this.ownCpu) / 1e3;
		}

		double around(Cost later) {
			return (later.aroundCpu() - this.aroundCpu) / 1e3;
		}

	}

}
