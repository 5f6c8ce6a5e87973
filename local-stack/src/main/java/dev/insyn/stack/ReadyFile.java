package dev.insyn.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.crm.ApiClient;
import dev.insyn.stack.crm.DemoTenant;
import dev.insyn.stack.crm.IssuedLink;
import dev.insyn.stack.process.Child;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `ready.json`: how to reach what runs. It exists only while everything is ready, and only its owner can read it.
final class ReadyFile {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Path file;

	/// The last one, of a stack that has stopped.
	private final Path aside;

	ReadyFile(Path dir) {
		this.file = dir.resolve("ready.json");
		this.aside = dir.resolve("secrets.last-ready.json");
	}

	/// The links of an earlier start, at today's address; their tokens stand nowhere
	/// else.
	List<IssuedLink> keptLinks(String publicUrl) {
		List<IssuedLink> links = new ArrayList<>();
		read().path("links").forEach((node) -> {
			IssuedLink link = JSON.treeToValue(node, IssuedLink.class);
			links.add(new IssuedLink(link.tenant(), link.contactId(), link.name(), link.email(), link.page(),
					publicUrl + URI.create(link.url()).getPath()));
		});
		return links;
	}

	void write(Content content) {
		PrivateFile.write(this.file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
	}

	/// Nothing is ready any more.
	void putAside() {
		try {
			if (Files.exists(this.file)) {
				Files.move(this.file, this.aside, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private JsonNode read() {
		try {
			Path last = Files.exists(this.file) ? this.file : this.aside;
			return Files.exists(last) ? JSON.readTree(last.toFile()) : JSON.createObjectNode();
		}
		catch (JacksonException ex) {
			return JSON.createObjectNode();
		}
	}

	/// @param links 80 per tenant
	/// @param users who signs in to the console, with their passwords
	/// @param apiClient the first of `apiClients`
	/// @param portals where contacts sign in
	record Content(String gateway, String mail, String dashboard, String kafka, String smtp, String mongodb,
			Client apiClient, List<Client> apiClients, List<DemoUser> users, List<Service> services,
			List<Portal> portals, List<IssuedLink> links) {

		static Content of(Ports ports, String gateway, Collection<ApiClient> clients, List<DemoUser> users,
				Collection<Child> children, List<IssuedLink> links) {
			String web = "http://localhost:" + ports.of(Listener.WEB);
			List<Client> apiClients = clients.stream().map(Client::of).toList();
			return new Content(gateway, web, web + "/dashboard", "localhost:" + ports.of(Listener.BROKER),
					"localhost:" + ports.of(Listener.SMTP), "mongodb://localhost:" + ports.of(Listener.DATABASE),
					apiClients.getFirst(), apiClients, users, children.stream().map(Service::of).toList(),
					Stream.of(DemoTenant.values()).map((tenant) -> Portal.of(gateway, tenant)).toList(), links);
		}

	}

	/// What a CRM system needs to get a token.
	record Client(String tenant, String clientId, String clientSecret, String tokenUrl) {

		static Client of(ApiClient client) {
			return new Client(client.tenant().id(), client.tenant().client(), client.secret(), client.tokenUrl());
		}

	}

	/// A tenant's portal.
	record Portal(String tenant, String url) {

		static Portal of(String gateway, DemoTenant tenant) {
			return new Portal(tenant.id(), gateway + "/portal/" + tenant.id());
		}

	}

	/// One running program.
	record Service(String name, int port, long pid) {

		static Service of(Child child) {
			return new Service(child.name(), child.program().port(), child.pid());
		}

	}

}
