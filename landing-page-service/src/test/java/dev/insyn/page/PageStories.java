package dev.insyn.page;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/// The service with the real broker and database and a contact-service that does as it is told, and a browser of sorts.
@SpringBootTest(properties = { "insyn.landing-page.delivery-interval=100",
		"insyn.landing-page.contact-service.open-for=200ms" })
@AutoConfigureMockMvc
@ActiveProfiles("tenants")
@Import({ InfrastructureForTests.class, TestTokens.class })
@SuppressWarnings("NullAway.Init") // injected
public abstract class PageStories {

	protected static final StubContactService CONTACTS = new StubContactService();

	private static int number;

	@Autowired
	protected MockMvcTester mvc;

	@Autowired
	protected TestTokens tokens;

	@Autowired
	protected Events events;

	String contact = "";

	@DynamicPropertySource
	static void contactService(DynamicPropertyRegistry registry) {
		registry.add("insyn.services.contact", CONTACTS::address);
		registry.add("insyn.services.audit", CONTACTS::address);
	}

	@BeforeEach
	void someoneNew() {
		CONTACTS.reset();
		this.contact = Anna.ID.substring(0, 20) + String.format("%06d", ++number).replace('0', 'a').replace('1', 'b');
		Anna.isIn(this.contact, CONTACTS);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.mvc.get()
				.uri("/p/P05")
				.headers((headers) -> headers.setBearerAuth(token()))
				.exchange()
				.getResponse()
				.getStatus() == 200);
	}

	String token() {
		return this.tokens.contact("nordcykel", this.contact);
	}

	Document open(@Nullable String language) {
		MvcTestResult answer = this.mvc.get()
			.uri("/p/P05" + ((language != null) ? "?lang=" + language : ""))
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
		assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
		return html(answer);
	}

	MvcTestResult post(MultiValueMap<String, String> form) {
		return this.mvc.post()
			.uri("/p/P05?lang=sv")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.formFields(form)
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
	}

	Document follow(MvcTestResult answer) {
		assertThat(answer).hasStatus(303);
		assertThat(location(answer)).startsWith("/p/P05?updated=").doesNotContain("Anna", "Chef");
		return get(location(answer));
	}

	static String location(MvcTestResult answer) {
		return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
	}

	Document get(String address) {
		MvcTestResult answer = this.mvc.get()
			.uri(java.net.URI.create(address))
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
		assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
		return html(answer);
	}

	static Document html(MvcTestResult answer) {
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// What a browser would send of the form, by its update button.
	static MultiValueMap<String, String> form(Document page) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		for (Element input : page.select("form.own-data [name]")) {
			boolean box = List.of("radio", "checkbox").contains(input.attr("type"));
			if (input.nameIs("select")) {
				values.add(input.attr("name"), input.select("option[selected]").val());
			}
			else if (input.nameIs("textarea")) {
				values.add(input.attr("name"), input.wholeText().replaceFirst("^\n", ""));
			}
			else if (!input.nameIs("button") && (!box || input.hasAttr("checked"))) {
				values.add(input.attr("name"), input.val());
			}
		}
		values.add("act", "update");
		return values;
	}

}
