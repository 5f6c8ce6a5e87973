package dev.insyn.page.theme;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import dev.insyn.page.theme.ThemeImages.Image;
import dev.insyn.page.theme.image.UploadedImages;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Serves the themes' files to anyone: they hold nothing but a look. A vector image opened by itself can run nothing.
@RestController
class ThemeController {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final CacheControl A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

	private final Themes themes;

	private final UploadedImages images;

	private final Tenants tenants;

	ThemeController(Themes themes, UploadedImages images, Tenants tenants) {
		this.themes = themes;
		this.images = images;
		this.tenants = tenants;
	}

	@GetMapping("/theme/{tenant:[a-z0-9-]{2,40}}/{id:[a-z0-9-]{1,40}}-{hash:[0-9a-f]{12}}/{file:[a-z0-9.-]{1,60}}")
	ResponseEntity<byte[]> file(@PathVariable String tenant, @PathVariable String id, @PathVariable String hash,
			@PathVariable String file) {
		if (id.equals(ThemeImages.OURS)) {
			return ThemeImages.find(file)
				.map((image) -> answer(image, true))
				.orElseGet(() -> ResponseEntity.notFound().build());
		}
		Optional<WornTheme> theme = this.tenants.find(new TenantId(tenant))
			.map(Tenant::id)
			.flatMap((known) -> this.themes.find(known, id));
		return theme.flatMap((worn) -> worn.file(file).map((found) -> answer(found, hash.equals(worn.hash()))))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/// One size of a picture that was uploaded; the address is made of its content.
	@GetMapping("/theme/{tenant:[a-z0-9-]{2,40}}/image/{hash:[0-9a-f]{32}}/{file:[a-z0-9-]{1,40}\\.(?:png|jpg)}")
	ResponseEntity<byte[]> picture(@PathVariable String tenant, @PathVariable String hash, @PathVariable String file) {
		return this.tenants.find(new TenantId(tenant))
			.flatMap((known) -> this.images.find(known.id(), hash))
			.flatMap((image) -> image.renditions().stream().filter((size) -> size.file().equals(file)).findFirst())
			.map((size) -> answer(new Image(size.content(), size.contentType()), true))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/// What the console takes over from the tenant's standard theme.
	@GetMapping("/theme/{tenant:[a-z0-9-]{2,40}}/console.css")
	ResponseEntity<byte[]> consoleLook(@PathVariable String tenant) {
		return standard(tenant, WornTheme::consoleLook);
	}

	/// The standard theme's logo, or a monogram.
	@GetMapping("/theme/{tenant:[a-z0-9-]{2,40}}/logo")
	ResponseEntity<byte[]> logo(@PathVariable String tenant) {
		return standard(tenant, WornTheme::logoOrMonogram);
	}

	private ResponseEntity<byte[]> standard(String tenant, Function<WornTheme, Image> file) {
		return this.tenants.find(new TenantId(tenant))
			.flatMap((known) -> this.themes.find(known.id(), Themes.standard()))
			.map((worn) -> answer(file.apply(worn), false))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/// An old hash gets today's file, but keeps it shortly.
	private static ResponseEntity<byte[]> answer(Image file, boolean current) {
		return ResponseEntity.ok()
			.cacheControl(current ? FOR_EVER : A_MINUTE)
			.header("Content-Type", file.contentType())
			.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			.header("X-Content-Type-Options", "nosniff")
			.header("Cross-Origin-Resource-Policy", "cross-origin")
			.body(file.content());
	}

}
