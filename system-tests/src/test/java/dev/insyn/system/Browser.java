package dev.insyn.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assumptions;

/// A real browser: the Chromium that is installed on the machine. Without one the story
/// is skipped and says so; in CI it fails instead.
final class Browser implements AutoCloseable {

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private Browser(Path executable) {
		this.playwright = Playwright.create();
		this.chromium = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
	}

	static Browser open() {
		Optional<Path> executable = executable();
		if (executable.isEmpty() && System.getenv("CI") == null) {
			Assumptions.abort("SKIPPED: no Chromium on this machine (Debian: apt-get install chromium)");
		}
		return new Browser(executable.orElseThrow(() -> new AssertionError("CI must have a Chromium")));
	}

	private static Optional<Path> executable() {
		return Stream
			.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
					"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	Page page(int width, ColorScheme scheme, String language) {
		BrowserContext context = this.chromium
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900)
				.setColorScheme(scheme)
				.setLocale(language));
		return context.newPage();
	}

	Page page() {
		return page(1280, ColorScheme.LIGHT, "sv-SE");
	}

	/// A browser that runs no script.
	Page pageWithoutScript() {
		return this.chromium
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false)
				.setLocale("sv-SE"))
			.newPage();
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

}
