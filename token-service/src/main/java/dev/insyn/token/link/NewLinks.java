package dev.insyn.token.link;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// New links as they come into being, in one answer `{"links":[…]}`: ten thousand need not wait in memory for the last.
/// The answer begins with the first links, so that until then a failure has a status of its own; one in the middle leaves
/// JSON without its end, which nobody can take for the whole.
final class NewLinks implements AutoCloseable {

	private final JsonMapper json;

	private final HttpServletResponse response;

	private final JsonGenerator answer;

	private boolean begun;

	private boolean whole;

	NewLinks(JsonMapper json, HttpServletResponse response) throws IOException {
		this.json = json;
		this.response = response;
		this.answer = json.createGenerator(response.getOutputStream());
	}

	void add(List<LinkAnswers.NewLink> links) {
		begin();
		links.forEach((link) -> this.json.writeValue(this.answer, link));
		this.answer.flush();
	}

	void end() {
		begin();
		this.answer.writeEndArray();
		this.answer.writeEndObject();
		this.whole = true;
	}

	private void begin() {
		if (!this.begun) {
			this.begun = true;
			this.response.setStatus(HttpStatus.CREATED.value());
			this.response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			this.answer.writeStartObject();
			this.answer.writeName("links");
			this.answer.writeStartArray();
		}
	}

	/// Closing half an answer would complete it.
	@Override
	public void close() {
		if (this.whole) {
			this.answer.close();
		}
	}

}
