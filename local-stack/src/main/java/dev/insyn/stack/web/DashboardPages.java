package dev.insyn.stack.web;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.insyn.stack.crm.CrmFeed;
import dev.insyn.stack.crm.IssuedLink;
import dev.insyn.stack.crm.TaskList;
import dev.insyn.stack.process.Child;
import dev.insyn.stack.process.ResidentMemory;
import org.jspecify.annotations.Nullable;

/// What runs, what flows, and what a CRM makes of it.
public final class DashboardPages {

	private final Supplier<List<Child>> children;

	private volatile @Nullable TopicFigures topics;

	private volatile @Nullable CrmFeed feed;

	private volatile @Nullable TaskList tasks;

	private volatile List<IssuedLink> links = List.of();

	public DashboardPages(Supplier<List<Child>> children) {
		this.children = children;
	}

	/// The services come first; what flows between them is told once it flows.
	public void tell(TopicFigures topics, CrmFeed feed, TaskList tasks) {
		this.tasks = tasks;
		this.topics = topics;
		this.feed = feed;
	}

	/// Some links to try.
	public void tell(List<IssuedLink> some) {
		this.links = List.copyOf(some);
	}

	public void on(WebServer server) {
		server.route("/dashboard", (uri) -> Reply.file("dashboard.html"))
			.route("/dashboard.js", (uri) -> Reply.file("dashboard.js"))
			.route("/api/services", (uri) -> Reply.json(services()))
			.route("/api/topics", (uri) -> topics())
			.route("/api/links", (uri) -> Reply.json(this.links))
			.route("/api/tasks", (uri) -> Reply.json(tasks()))
			.route("/api/events", this::events);
	}

	private List<Service> services() {
		List<Child> now = this.children.get();
		Map<Long, Long> memory = new HashMap<>(ResidentMemory.ofAll(now.stream().map(Child::pid).toList()));
		return now.stream().map((child) -> Service.of(child, memory.getOrDefault(child.pid(), 0L))).toList();
	}

	private List<TaskList.Task> tasks() {
		TaskList known = this.tasks;
		return (known == null) ? List.of() : known.all();
	}

	private Reply topics() {
		TopicFigures figures = this.topics;
		try {
			return (figures == null) ? Reply.json(List.of()) : Reply.json(figures.read());
		}
		catch (TopicFigures.TopicsUnknown ex) {
			return Reply.text(503, "The broker doesn't answer.");
		}
	}

	private Reply events(URI uri) {
		CrmFeed entries = this.feed;
		String query = uri.getQuery();
		long after = (query != null && query.matches("after=\\d{1,18}")) ? Long.parseLong(query.substring(6)) : 0;
		return Reply.json((entries == null) ? List.of() : entries.after(after));
	}

	/// @param memory resident, in bytes
	record Service(String name, int port, long pid, String state, long memory, Instant started) {

		static Service of(Child child, long memory) {
			String state = child.ready() ? "up" : child.alive() ? "starting" : "down";
			return new Service(child.name(), child.program().port(), child.pid(), state, memory, child.started());
		}

	}

}
