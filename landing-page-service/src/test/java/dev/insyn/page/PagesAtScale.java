package dev.insyn.page;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.database.EmbeddedDatabase;
import dev.insyn.testing.TestTokens;
import org.bson.Document;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Fills the embedded database, on disk, with as many pages as asked for and measures the console's list and the JSON API's,
/// beside the lookup of one document by its `_id` through the same driver. Arguments: how many, and a folder.
public final class PagesAtScale {

	private static final PrintStream OUT = System.out;

	private static final int REQUESTS = 200;

	private PagesAtScale() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		int number = Integer.parseInt(arguments[0]);
		Path dir = Files.createTempDirectory(Path.of(arguments[1]), "pages-at-scale");
		EmbeddedDatabase database = EmbeddedDatabase.start(0, dir.resolve("database"));
		EmbeddedBroker broker = EmbeddedBroker.start(0, dir.resolve("broker"));
		StubContactService contacts = new StubContactService();
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(LandingPageServiceApplication.class,
				TestTokens.class)
			.profiles("tenants")
			.run("--server.port=0", "--spring.mongodb.uri=" + database.uri("landing_pages"),
					"--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
					"--insyn.services.contact=" + contacts.address(), "--logging.level.root=error");
				var raw = MongoClients.create(database.uri("landing_pages"))) {
			String base = "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port");
			String token = service.getBean(TestTokens.class).user("nordcykel", "karin", 99);
			long began = System.nanoTime();
			for (int i = 0; i < number; i++) {
				send(base + "/api/pages", token, true);
			}
			OUT.printf(Locale.ROOT, "%d pages created in %.1f s%n", number, (System.nanoTime() - began) / 1e9);
			MongoCollection<Document> pages = raw.getDatabase("landing_pages").getCollection("landing_pages");
			measure("one document by its _id", () -> pages.find(new Document("_id", "nordcykel:P100")).first());
			for (String path : List.of("/admin/pages", "/admin/pages?page=20", "/admin/pages?q=finns+inte",
					"/admin/pages?sort=-changed&state=draft", "/api/pages?limit=100", "/api/pages?field=mobile",
					"/admin/pages/P100", "/admin/pages/P100/preview")) {
				measure(path, () -> send(base + path, token, false));
			}
		}
		System.exit(0);
	}

	private static HttpResponse<String> send(String address, String token, boolean post) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.header("Authorization", "Bearer " + token)
			.header("Accept", address.contains("/api/") ? "application/json" : "text/html");
		try {
			HttpResponse<String> answer = Browser.HTTP.send(
					(post ? request.POST(HttpRequest.BodyPublishers.noBody()) : request.GET()).build(),
					HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new IllegalStateException(address + " answered " + answer.statusCode());
			}
			return answer;
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void measure(String what, Runnable request) {
		for (int i = 0; i < 30; i++) {
			request.run();
		}
		long[] took = new long[REQUESTS];
		for (int i = 0; i < REQUESTS; i++) {
			long began = System.nanoTime();
			request.run();
			took[i] = System.nanoTime() - began;
		}
		Arrays.sort(took);
		OUT.printf(Locale.ROOT, "%-40s p50 %7.2f ms  p95 %7.2f ms%n", what, took[REQUESTS / 2] / 1e6,
				took[REQUESTS * 95 / 100] / 1e6);
	}

	/// One client for all.
	private static final class Browser {

		private static final HttpClient HTTP = HttpClient.newHttpClient();

	}

}
