package dev.insyn.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.mail.MailCatcher;
import dev.insyn.stack.process.ProcessRecord;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.StartFailed;
import dev.insyn.stack.process.Supervisor;
import dev.insyn.stack.web.InboxPages;
import dev.insyn.stack.web.WebServer;

/// The program behind `./run`: starts everything, tells when it is ready, and stops everything when it is stopped.
public final class LocalStack {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

	private final Deque<AutoCloseable> running = new ArrayDeque<>();

	private final Options options;

	private LocalStack(Options options) {
		this.options = options;
	}

	public static void main(String[] arguments) throws InterruptedException {
		try {
			new LocalStack(Options.of(List.of(arguments))).run();
		}
		catch (StartFailed ex) {
			System.err.println("\nInsyn can't start. " + ex.getMessage());
			System.exit(1);
		}
		Thread.currentThread().join();
	}

	private void run() {
		Path dir = this.options.dir();
		HomeFolder home = closing(HomeFolder.open(dir));
		ProcessRecord record = new ProcessRecord(dir.resolve("pids"));
		record.endLeftovers().forEach((name) -> say("ended a " + name + " that an earlier start left running"));
		if (this.options.fresh()) {
			home.clear();
		}
		Ports ports = this.options.freePorts() ? Ports.free() : Ports.usual();
		ports.requireFree();
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		start(ports, record, new Secrets(dir.resolve("secrets")));
	}

	private void start(Ports ports, ProcessRecord record, Secrets secrets) {
		MailCatcher mail = closing(MailCatcher.start(ports.of(Listener.SMTP)));
		WebServer web = closing(WebServer.start(ports.of(Listener.WEB)));
		new InboxPages(mail.inbox()).on(web);
		HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
		Path logs = this.options.dir().resolve("logs");
		ServicePrograms services = new ServicePrograms(ports, secrets, this.options.applications(), logs, http);
		Supervisor supervisor = closing(new Supervisor(record, LocalStack::say, LocalStack::giveUp));
		Collection<Program> programs = new ArrayList<>(new Infrastructure(ports, this.options.dir(), logs).all());
		programs.addAll(services.all());
		supervisor.start(programs, PATIENCE);
		say("ready after " + Duration.between(this.began, Instant.now()).toMillis() + " ms");
	}

	private <T extends AutoCloseable> T closing(T part) {
		this.running.push(part);
		return part;
	}

	private void stop() {
		System.out.println("\nStopping …");
		while (!this.running.isEmpty()) {
			try {
				this.running.pop().close();
			}
			catch (Exception ex) {
				say("while stopping: " + ex);
			}
		}
		System.out.println("Stopped.");
	}

	private static void giveUp(String why) {
		System.err.println("\nInsyn stops: " + why);
		System.exit(1);
	}

	private static void say(String news) {
		System.out.println("  " + news);
	}

}
