package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Links in the console: looked at from level 10, issued and revoked from level 50.
@WholeService
class LinkScreensIT {

	private static final String NEVER = "{\"kind\":\"never\"}";

	@Autowired
	Visitor visitor;

	private final String contact = "shown-" + UUID.randomUUID().toString().substring(0, 8);

	@Test
	void issuesALinkAndShowsItsAddressThisOnce() {
		String page = this.visitor.publishedPage(NEVER);
		String lena = this.visitor.lena();
		HttpResponse<String> form = this.visitor.console("/admin/links/new?contact=" + this.contact, lena);
		assertThat(form.body()).contains("value=\"" + this.contact + "\"", page);
		HttpResponse<String> issued = this.visitor.consolePost("/admin/links/new", lena,
				Visitor.form("contact", this.contact) + "&" + Visitor.form("page", page));
		assertThat(issued.statusCode()).isEqualTo(200);
		String path = issued.body().replaceAll("(?s).*data-copy=\"http://localhost:8080(/l/[^\"]*)\".*", "$1");
		HttpResponse<String> listed = this.visitor.console("/admin/links?contact=" + this.contact, lena);
		assertThat(listed.body()).contains(page).doesNotContain("/l/nordcykel.");
		assertThat(this.visitor.open(path).statusCode()).isEqualTo(303);
		assertThat(this.visitor.consolePost("/admin/links/new", lena, Visitor.form("page", page)).statusCode())
			.isEqualTo(422);
	}

	@Test
	void revokesAndReplacesWithAQuestionFirst() {
		String page = this.visitor.publishedPage(NEVER);
		JsonNode link = this.visitor.firstLink(this.visitor.issue(page, this.contact));
		String address = "/admin/links/" + link.path("id").asString();
		String lena = this.visitor.lena();
		assertThat(this.visitor.console(address, lena).body()).contains("id=\"revoke\"", "id=\"replace\"");
		assertThat(this.visitor.console(address + "/replace", lena).statusCode()).isEqualTo(200);
		HttpResponse<String> replaced = this.visitor.consolePost("/admin/links/new", lena,
				Visitor.form("instead", link.path("id").asString()));
		assertThat(replaced.body()).contains("data-copy=\"http://localhost:8080/l/nordcykel.");
		HttpResponse<String> all = this.visitor.console("/admin/links/revoke-all?contact=" + this.contact, lena);
		assertThat(all.body()).contains("Återkalla 1 länk?");
		assertThat(this.visitor.consolePost("/admin/links/revoke-all", lena, Visitor.form("contact", this.contact))
			.headers()
			.firstValue("Location")).contains("/admin/links?contact=" + this.contact + "&done=links-revoked");
		assertThat(this.visitor.console(address, lena).body()).contains("Återkallad").doesNotContain("id=\"revoke\"");
	}

	@Test
	void letsAReaderLookAndNothingElse() {
		String page = this.visitor.publishedPage(NEVER);
		JsonNode link = this.visitor.firstLink(this.visitor.issue(page, this.contact));
		String maja = Visitor
			.userToken(this.visitor.signIn("maja@nordcykel.example", WholeService.Users.MAJAS_PASSWORD));
		assertThat(this.visitor.console("/admin/links?page=" + page, maja).body()).contains(this.contact)
			.doesNotContain("/admin/links/new", "revoke-all");
		assertThat(this.visitor.console("/admin/links/" + link.path("id").asString(), maja).body())
			.doesNotContain("id=\"revoke\"");
		assertThat(this.visitor.console("/admin/links/new", maja).statusCode()).isEqualTo(403);
		assertThat(this.visitor.consolePost("/admin/links/revoke-all", maja, Visitor.form("contact", this.contact))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void knowsNoOtherTenantsLinks() {
		JsonNode link = this.visitor.firstLink(this.visitor.issue(this.visitor.publishedPage(NEVER), this.contact));
		String ingrid = Visitor
			.userToken(this.visitor.signIn("ingrid@fjordbok.example", WholeService.Users.INGRIDS_PASSWORD));
		String address = "/admin/links/" + link.path("id").asString();
		assertThat(this.visitor.console(address, ingrid).statusCode()).isEqualTo(404);
		assertThat(this.visitor.consolePost(address + "/revoke", ingrid, "").statusCode()).isEqualTo(404);
		assertThat(this.visitor.console("/admin/links?contact=" + this.contact, ingrid).body())
			.doesNotContain(link.path("id").asString());
	}

}
