package dev.insyn.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.insyn.stack.process.OneOff;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.StartFailed;

/// Makes built services quick to start, once per built jar: takes the jar apart and has the JVM remember its classes.
///
/// Arguments: the folder for the applications, then the built jars, each named as its service and a version.
final class Preparation {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final int AT_ONCE = 2;

	/// What the application folder was made from; `run` compares its age with the jar's.
	private static final String TAKEN_APART = "taken-apart";

	private static final String TRAINED = "trained";

	private final Path applications;

	private final ServicePrograms programs;

	private Preparation(Path applications, Path scratch, HttpClient http) {
		this.applications = applications;
		this.programs = new ServicePrograms(Ports.usual(), new Secrets(scratch.resolve("secrets")), applications,
				scratch, http);
	}

	public static void main(String[] arguments) throws Exception {
		Path scratch = Files.createTempDirectory("insyn");
		try (HttpClient http = HttpClient.newHttpClient();
				ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
			Preparation preparation = new Preparation(Path.of(arguments[0]).toAbsolutePath(), scratch, http);
			List<Future<?>> work = Arrays.stream(arguments)
				.skip(1)
				.map(Path::of)
				.<Future<?>>map((jar) -> workers.submit(() -> preparation.prepare(jar)))
				.toList();
			for (Future<?> each : work) {
				each.get();
			}
		}
		finally {
			HomeFolder.delete(scratch);
		}
	}

	private void prepare(Path jar) {
		String name = jar.getFileName().toString().replaceFirst("-\\d.*", "");
		Application application = new Application(this.applications, name);
		String built = digest(jar);
		if (!built.equals(read(application.home().resolve(TAKEN_APART)))) {
			HomeFolder.delete(application.home());
			extract(jar, application);
		}
		write(application.home().resolve(TAKEN_APART), built);
		String trained = built + " " + ServicePrograms.trainedWith();
		if (ServicePrograms.usesStartCache() && !trained.equals(read(application.home().resolve(TRAINED)))) {
			train(application);
			write(application.home().resolve(TRAINED), trained);
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

	private static String digest(Path file) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
			return HexFormat.of().formatHex(digest);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
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
