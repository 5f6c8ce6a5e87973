package dev.insyn.contact.catalogue;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ServiceClients;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withStatus;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

/// What landing-page-service answers, and what is made of it.
class PublishedPagesTests {

	private final RestClient.Builder builder = RestClient.builder().baseUrl("http://pages");

	private final MockRestServiceServer landingPages = MockRestServiceServer.bindTo(this.builder).build();

	private final ServiceClients clients = mock(ServiceClients.class);

	private final PublishedPages pages = new PublishedPages(this.clients);

	PublishedPagesTests() {
		given(this.clients.onBehalfOfCaller("landing-page")).willReturn(this.builder);
	}

	@Test
	void namesThePublishedPagesOnly() {
		this.landingPages.expect(requestTo("http://pages/api/pages?field=shoe-size&limit=2000"))
			.andRespond(withSuccess("""
					{"pages":[{"page":"P05","state":"PUBLISHED"},{"page":"P06","state":"DRAFT"}]}""",
					MediaType.APPLICATION_JSON));

		assertThat(this.pages.withField("shoe-size")).containsExactly("P05");
	}

	@Test
	void namesThoseWithAReportToo() {
		this.landingPages.expect(requestTo("http://pages/api/pages?recordType=orders&limit=2000"))
			.andRespond(withSuccess("""
					{"pages":[{"page":"P05","state":"PUBLISHED"}]}""", MediaType.APPLICATION_JSON));

		assertThat(this.pages.withRecordType("orders")).containsExactly("P05");
	}

	@Test
	void knowsNothingWhileTheServiceIsAway() {
		this.landingPages.expect(requestTo("http://pages/api/pages?field=shoe-size&limit=2000"))
			.andRespond(withServerError());

		assertThatExceptionOfType(HttpServerErrorException.class).isThrownBy(() -> this.pages.withField("shoe-size"));
	}

	@Test
	void saysThatPagesMustBeReadableToo() {
		this.landingPages.expect(requestTo("http://pages/api/pages?field=shoe-size&limit=2000"))
			.andRespond(withStatus(HttpStatus.FORBIDDEN));

		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.pages.withField("shoe-size"))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(HttpStatus.FORBIDDEN));
	}

}
