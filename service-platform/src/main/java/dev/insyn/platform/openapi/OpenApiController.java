package dev.insyn.platform.openapi;

import java.time.Duration;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The document that a test keeps true to the controllers. It holds nothing of any tenant, so anybody may read it.
@RestController
class OpenApiController {

	private final Resource document = new ClassPathResource("openapi.json");

	@GetMapping("/v3/api-docs")
	ResponseEntity<Resource> document() {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
			.body(this.document);
	}

}
