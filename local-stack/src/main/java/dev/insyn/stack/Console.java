package dev.insyn.stack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.crm.IssuedLink;

/// What the person who typed `./run` sees.
final class Console {

	/// UTF-8 whatever the locale says: terminals speak it, and the names have letters
	/// that ASCII lacks.
	private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
			StandardCharsets.UTF_8);

	void say(String news) {
		line("  " + news);
	}

	void line(String text) {
		this.out.println(text);
	}

	void ready(Instant began, IssuedLink link, DemoUser administrator, Ports ports, Path readyFile) {
		String web = "http://localhost:" + ports.of(Listener.WEB);
		line("""

				Insyn is ready (%d s)
				  A contact's page   %s   %s, %s
				  Portal             %-40s %s gets the code by mail, in the inbox below
				  Console            %-40s %s / %s
				  Mail inbox         %s
				  Dashboard          %-40s services, topics, a demo CRM that shows each event opened
				  Kafka              localhost:%d
				  More in            %s
				""".formatted(Duration.between(began, Instant.now()).toSeconds(), link.url(), link.name(),
				DemoTenant.NORDCYKEL.title(),
				"http://localhost:" + ports.of(Listener.GATEWAY) + "/portal/" + DemoTenant.NORDCYKEL.id(), link.email(),
				"http://localhost:" + ports.of(Listener.GATEWAY) + "/admin", administrator.email(),
				administrator.password(), web, web + "/dashboard", ports.of(Listener.BROKER), shortened(readyFile)));
	}

	private static Path shortened(Path file) {
		Path here = Path.of("").toAbsolutePath();
		return file.startsWith(here) ? here.relativize(file) : file;
	}

}
