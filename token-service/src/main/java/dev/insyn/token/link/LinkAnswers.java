package dev.insyn.token.link;

import java.io.IOException;
import java.time.Instant;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Tells new links to whoever issued them; nobody else hears their addresses, and nobody hears them twice.
@Component
class LinkAnswers {

	private final String publicUrl;

	private final JsonMapper json;

	LinkAnswers(@Value("${insyn.public-url}") String publicUrl, JsonMapper json) {
		this.publicUrl = publicUrl;
		this.json = json;
	}

	NewLinks begin(HttpServletResponse response) throws IOException {
		return new NewLinks(this.json, response);
	}

	NewLink of(IssuingLinks.Issued issued) {
		Link link = issued.link();
		return new NewLink(issued.id(), link.contact(), link.page(), this.publicUrl + issued.token().path(),
				link.expires(), link.mailing());
	}

	/// @param url told here once and kept nowhere
	record NewLink(String id, String contact, String page, String url, @Nullable Instant expires,
			@Nullable String mailing) {

		@Override
		public String toString() {
			return "NewLink[" + this.id + "]";
		}

	}

}
