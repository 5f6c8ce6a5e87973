package dev.insyn.page.theme.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import dev.insyn.page.theme.Font;
import dev.insyn.page.theme.Sha256;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The wizard's own style and script, under an address made of their content. `-` is no tenant.
@RestController
class WizardAssets {

	private static final byte[] CSS = (read("wizard.css") + fonts()).getBytes(StandardCharsets.UTF_8);

	private static final byte[] SCRIPT = read("wizard.js").getBytes(StandardCharsets.UTF_8);

	private static final Map<String, byte[]> FILES = Map.of("wizard.css", CSS, "wizard.js", SCRIPT);

	private static final String HASH = Sha256.of(CSS, SCRIPT).substring(0, 12);

	static String url(String name) {
		return "/theme/-/" + HASH + "/" + name;
	}

	@GetMapping("/theme/-/{hash:[0-9a-f]{12}}/{file}")
	ResponseEntity<byte[]> file(@PathVariable String hash, @PathVariable String file) {
		byte[] content = FILES.get(file);
		if (content == null || !hash.equals(HASH)) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.header("Content-Type", file.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8")
			.body(content);
	}

	/// Each font as it looks.
	private static String fonts() {
		return Arrays.stream(Font.values())
			.map((font) -> ".font-" + font.code() + " { font-family: " + font.stack() + "; }\n")
			.collect(Collectors.joining());
	}

	private static String read(String name) {
		try (var stream = WizardAssets.class.getResourceAsStream("/dev/insyn/page/theme/wizard/" + name)) {
			if (stream == null) {
				throw new IllegalStateException(name + " is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
