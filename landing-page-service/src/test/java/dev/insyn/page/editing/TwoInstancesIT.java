package dev.insyn.page.editing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import dev.insyn.page.Anna;
import dev.insyn.page.LandingPageServiceApplication;
import dev.insyn.page.PageStories;
import dev.insyn.page.pages.Changed.Act;
import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Pages;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/// What is published at one instance is what contacts see at the other, within two seconds. Red when the second instance
/// does not hear of it: its memory would keep the old version for a minute.
class TwoInstancesIT extends PageStories {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final Duration SOON = Duration.ofSeconds(2);

	private final HttpClient browser = HttpClient.newHttpClient();

	@Autowired
	private Environment environment;

	@Autowired
	private Pages pages;

	@Autowired
	private EditingPages editing;

	@Test
	void showContactsTheSameWithinTwoSeconds() {
		try (ConfigurableApplicationContext other = secondInstance()) {
			ClientCaller crm = new ClientCaller(NORDCYKEL, "crm", java.util.Set.of("pages.write"));
			PageContent content = this.editing.beginning(crm);
			Stored<LandingPage> page = this.pages.create(NORDCYKEL, titled(content, "Första"), Act.CREATED,
					Actor.client("crm"));
			page = this.editing.publish(crm, page.id(), page.state().revision());
			String number = page.id();
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> see(other, number).body().contains("Första"));
			for (String title : List.of("Andra", "Tredje", "Fjärde")) {
				page = this.editing.save(crm, number, page.state().revision(), titled(content, title));
				page = this.editing.publish(crm, number, page.state().revision());
				Awaitility.await()
					.pollInterval(Duration.ofMillis(50))
					.atMost(SOON)
					.until(() -> see(other, number).body().contains(title));
			}
			this.editing.archive(crm, number, page.state().revision());
			Awaitility.await()
				.pollInterval(Duration.ofMillis(50))
				.atMost(SOON)
				.until(() -> see(other, number).statusCode() == 404);
			assertThat(other.getBean(Pages.class).get(NORDCYKEL, number).state().revision()).isEqualTo(9);
		}
	}

	private static PageContent titled(PageContent content, String title) {
		return ContentFixtures.JSON.treeToValue(ContentFixtures.json(content)
			.set("title", ContentFixtures.JSON.valueToTree(java.util.Map.of("sv", title))), PageContent.class);
	}

	private HttpResponse<String> see(ConfigurableApplicationContext instance, String number) {
		Anna.isIn("anna", CONTACTS);
		String port = instance.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/p/" + number))
			.header("Authorization", "Bearer " + this.tokens.contact("nordcykel", "anna", number))
			.header("Accept", "text/html")
			.header("Accept-Language", "sv")
			.build();
		try {
			return this.browser.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private ConfigurableApplicationContext secondInstance() {
		return new SpringApplicationBuilder(LandingPageServiceApplication.class).profiles("tenants")
			.run("--server.port=0", "--spring.jmx.enabled=false", setting("spring.mongodb.uri"),
					setting("spring.kafka.bootstrap-servers"), setting("insyn.services.token"),
					setting("insyn.services.contact"));
	}

	private String setting(String name) {
		return "--" + name + "=" + this.environment.getRequiredProperty(name);
	}

}
