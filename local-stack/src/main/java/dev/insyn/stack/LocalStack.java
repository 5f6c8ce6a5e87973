package dev.insyn.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.insyn.events.Topics;
import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.crm.ApiClient;
import dev.insyn.stack.crm.CrmFeed;
import dev.insyn.stack.crm.CrmReader;
import dev.insyn.stack.crm.DemoCrms;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.crm.IssuedLink;
import dev.insyn.stack.mail.MailCatcher;
import dev.insyn.stack.process.ProcessRecord;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.StartFailed;
import dev.insyn.stack.process.Supervisor;
import dev.insyn.stack.web.DashboardPages;
import dev.insyn.stack.web.InboxPages;
import dev.insyn.stack.web.TopicFigures;
import dev.insyn.stack.web.WebServer;
import org.apache.kafka.clients.admin.Admin;

/// The program behind `./run`: starts everything, tells when it is ready, and stops everything when it is stopped.
public final class LocalStack {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final int LINKS_TO_TRY = 4;

	private Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

	/// Closed in the reverse order.
	private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();

	private final Console console = new Console();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final AtomicBoolean stopping = new AtomicBoolean();

	private final Options options;

	private final Ports ports;

	private LocalStack(Options options) {
		this.options = options;
		this.ports = options.freePorts() ? Ports.free() : Ports.usual();
	}

	public static void main(String[] arguments) throws InterruptedException {
		try {
			new LocalStack(Options.of(List.of(arguments))).run();
		}
		catch (StartFailed ex) {
			giveUp("Insyn can't start. " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			giveUp("Insyn can't start, and I didn't expect this: " + ex);
		}
		Thread.currentThread().join();
	}

	private void run() {
		if (this.options.buildOnly()) {
			prepareServices();
			System.exit(0);
		}
		Path dir = this.options.dir();
		HomeFolder home = closing(HomeFolder.open(dir));
		ProcessRecord record = new ProcessRecord(dir.resolve("pids"));
		record.endLeftovers().forEach((name) -> this.console.say("ended a " + name + " of an earlier start"));
		this.ports.requireFree();
		prepareServices();
		home.prepare(this.options.fresh());
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		try {
			start(record, new Secrets(dir.resolve("secrets")), new ReadyFile(dir));
		}
		catch (StartFailed ex) {
			// Whoever stops a start sees its parts end; that is no news.
			if (!this.stopping.get()) {
				throw ex;
			}
		}
	}

	/// What is done once per build is no part of the start.
	private void prepareServices() {
		Instant before = Instant.now();
		Preparation.of(this.options.jars(), this.options.applications(), this.http, this.console::say);
		this.began = this.began.plus(Duration.between(before, Instant.now()));
	}

	private void start(ProcessRecord record, Secrets secrets, ReadyFile readyFile) {
		Path logs = this.options.dir().resolve("logs");
		ServicePrograms services = new ServicePrograms(this.ports, secrets, this.options.applications(), logs,
				this.http);
		List<IssuedLink> kept = readyFile.keptLinks(services.publicUrl());
		readyFile.putAside();
		closing(readyFile::putAside);
		MailCatcher mail = closing(MailCatcher.start(this.ports.of(Listener.SMTP)));
		Supervisor supervisor = closing(
				new Supervisor(record, this.console::say, (why) -> giveUp("Insyn stops: " + why)));
		DashboardPages dashboard = serve(mail, supervisor);
		launch(supervisor, new Infrastructure(this.ports, this.options.dir(), logs).all(), services.all());
		List<ApiClient> clients = Stream.of(DemoTenant.values())
			.map((tenant) -> new ApiClient(this.http, services.publicUrl(), tenant, secrets.ofClient(tenant.client())))
			.toList();
		CrmReader reader = closing(CrmReader.start(broker()));
		dashboard.tell(new TopicFigures(closing(Admin.create(Map.of("bootstrap.servers", broker())))),
				new CrmFeed(reader, clients), reader.tasks());
		DemoCrms crms = closing(new DemoCrms(broker(), clients, reader, this.console::say));
		List<IssuedLink> links = crms.bringFirst(Options.LINKS_PER_TENANT, kept);
		List<DemoUser> users = DemoUser.all(secrets);
		Runnable tell = () -> readyFile.write(
				ReadyFile.Content.of(this.ports, services.publicUrl(), clients, users, supervisor.children(), links));
		supervisor.onRestart(tell);
		dashboard.tell(Stream.of(DemoTenant.values()).flatMap((tenant) -> first(links, tenant)).toList());
		tell.run();
		this.console.ready(this.began, links.getFirst(), users.getFirst(), this.ports,
				this.options.dir().resolve("ready.json"));
		bringRest(crms);
	}

	/// What is ready stays so, even if the rest of the demo's contacts should not get
	/// through.
	private void bringRest(DemoCrms crms) {
		try {
			crms.bringRest(Options.LINKS_PER_TENANT, this.options.contacts());
		}
		catch (StartFailed ex) {
			this.console.say(String.valueOf(ex.getMessage()));
		}
	}

	private static Stream<IssuedLink> first(List<IssuedLink> links, DemoTenant tenant) {
		return links.stream().filter((link) -> link.tenant().equals(tenant.id())).limit(LINKS_TO_TRY);
	}

	private DashboardPages serve(MailCatcher mail, Supervisor supervisor) {
		WebServer web = closing(WebServer.start(this.ports.of(Listener.WEB)));
		new InboxPages(mail.inbox()).on(web);
		DashboardPages dashboard = new DashboardPages(supervisor::children);
		dashboard.on(web);
		return dashboard;
	}

	/// Services that find no broker try again only after half a minute: it comes first.
	private void launch(Supervisor supervisor, Collection<Program> infrastructure, Collection<Program> services) {
		supervisor.start(infrastructure, PATIENCE);
		supervisor.begin(services);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
			DemoTopics.provide(admin, Topics.AUDITED);
			DemoTopics.provide(admin, List.of(Topics.AUDIT));
		}
		supervisor.awaitReady(services, PATIENCE);
	}

	private String broker() {
		return "127.0.0.1:" + this.ports.of(Listener.BROKER);
	}

	private <T extends AutoCloseable> T closing(T part) {
		this.running.push(part);
		return part;
	}

	private void stop() {
		this.stopping.set(true);
		this.console.line("\nStopping …");
		while (!this.running.isEmpty()) {
			try {
				this.running.pop().close();
			}
			catch (Exception ex) {
				this.console.say("while stopping: " + ex);
			}
		}
		this.console.line("Stopped.");
	}

	private static void giveUp(String why) {
		System.err.println("\n" + why);
		System.exit(1);
	}

}
