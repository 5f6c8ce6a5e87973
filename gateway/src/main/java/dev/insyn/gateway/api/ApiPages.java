package dev.insyn.gateway.api;

import java.util.List;

import dev.insyn.gateway.templates.JteindexGenerated;
import dev.insyn.gateway.templates.JteserviceGenerated;
import dev.insyn.pagekit.Assets;
import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.TextBook;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The APIs of all services in one place: pages that need no script, and the documents themselves. In English, as its
/// readers write programs.
@RestController
class ApiPages {

	private static final Brand BRAND = new Brand("Insyn", null, null, Assets.url("api.css"), null);

	private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");

	private final TextBook book = TextBook.common();

	private final ApiDocuments documents;

	ApiPages(ApiDocuments documents) {
		this.documents = documents;
	}

	/// A service that is away is named, without its operations.
	@GetMapping("/api-docs")
	Mono<ResponseEntity<byte[]>> index() {
		return Flux.fromIterable(this.documents.services())
			.flatMapSequential((service) -> this.documents.find(service)
				.map((document) -> ApiReader.read(service, document))
				.defaultIfEmpty(new ApiDescription(service, "", List.of(), List.of())))
			.collectList()
			.map((services) -> page("API",
					(output) -> JteindexGenerated.render((HtmlTemplateOutput) output, null, services)));
	}

	@GetMapping("/api-docs/{service:[a-z-]+}")
	Mono<ResponseEntity<byte[]>> service(@PathVariable String service) {
		return find(service).map((document) -> ApiReader.read(service, document))
			.map((api) -> page(service,
					(output) -> JteserviceGenerated.render((HtmlTemplateOutput) output, null, api)));
	}

	@GetMapping(path = "/api-docs/{service:[a-z-]+}.json", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<String> document(@PathVariable String service) {
		return find(service).map(JsonNode::toString);
	}

	private Mono<JsonNode> find(String service) {
		HttpStatus otherwise = this.documents.services().contains(service) ? HttpStatus.SERVICE_UNAVAILABLE
				: HttpStatus.NOT_FOUND;
		return this.documents.find(service).switchIfEmpty(Mono.error(() -> new ResponseStatusException(otherwise)));
	}

	private ResponseEntity<byte[]> page(String title, Content content) {
		return ResponseEntity.ok()
			.contentType(HTML)
			.body(Kit.bytes(Kit.page(new Frame(this.book.in("en"), title, BRAND), content)));
	}

}
