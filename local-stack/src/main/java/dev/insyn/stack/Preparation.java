package dev.insyn.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

import dev.insyn.stack.process.OneOff;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.StartFailed;

/// Makes built services quick to start, once per built jar: takes the jar apart and has the JVM remember its classes.
final class Preparation {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final int AT_ONCE = 2;

	private static final String TAKEN_APART = "taken-apart";

	private static final String TRAINED = "trained";

	private final Path applications;

	private final ServicePrograms programs;

	private final Consumer<String> news;

	private Preparation(Path applications, Path scratch, HttpClient http, Consumer<String> news) {
		this.applications = applications;
		this.programs = new ServicePrograms(Ports.usual(), new Secrets(scratch.resolve("secrets")), applications,
				scratch, http);
		this.news = news;
	}

	/// @param jars each named as its service and a version
	static void of(List<Path> jars, Path applications, HttpClient http, Consumer<String> news) {
		Path scratch = scratch();
		try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
			Preparation preparation = new Preparation(applications, scratch, http, news);
			jars.stream()
				.map((jar) -> CompletableFuture.runAsync(() -> preparation.prepare(jar), workers))
				.toList()
				.forEach(CompletableFuture::join);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		finally {
			HomeFolder.delete(scratch);
		}
	}

	private static Path scratch() {
		try {
			return Files.createTempDirectory("insyn");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void prepare(Path jar) {
		String name = jar.getFileName().toString().replaceFirst("-\\d.*", "");
		Application application = new Application(this.applications, name);
		String built = digest(jar);
		if (!built.equals(read(application.home().resolve(TAKEN_APART)))) {
			HomeFolder.delete(application.home());
			extract(jar, application);
			write(application.home().resolve(TAKEN_APART), built);
		}
		String trained = built + " " + ServicePrograms.trainedWith();
		if (ServicePrograms.usesStartCache() && !trained.equals(read(application.home().resolve(TRAINED)))) {
			train(application);
			if (application.isTrained()) {
				write(application.home().resolve(TRAINED), trained);
			}
		}
	}

	private void extract(Path jar, Application application) {
		List<String> command = List.of(Java.executable(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
				"--application-filename", application.name() + ".jar", "--destination", application.home().toString());
		if (OneOff.run(application.name(), command, this.applications.resolve(application.name() + ".extract.log"),
				PATIENCE) != 0) {
			throw new StartFailed(jar + " can't be taken apart; see " + application.name() + ".extract.log");
		}
	}

	/// Without a cache the service runs too, it only starts slower.
	private void train(Application application) {
		delete(application.cache());
		Program training = this.programs.all()
			.stream()
			.filter((program) -> program.name().equals(application.name()))
			.findFirst()
			.map(this.programs::training)
			.orElseThrow();
		int exit = OneOff.run(training, PATIENCE);
		System.out.println("  prepared " + application.name() + (application.isTrained() ? ""
				: " without start cache (exit " + exit + ", see " + training.log() + ")"));
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The jar's directory has a checksum of each of its parts: no need to read them.
	private static String digest(Path jar) {
		CRC32 digest = new CRC32();
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			zip.stream()
				.map((entry) -> entry.getName() + " " + entry.getCrc() + "\n")
				.forEach((line) -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
			return Long.toHexString(digest.getValue()) + " " + zip.size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
