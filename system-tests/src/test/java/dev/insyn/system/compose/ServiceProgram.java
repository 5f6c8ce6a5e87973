package dev.insyn.system.compose;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A service's packaged jar, unpacked as the image does it.
final class ServiceProgram {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final String name;

	private final Path jar;

	private final Path folder;

	private ServiceProgram(String name, Path jar, Path folder) {
		this.name = name;
		this.jar = jar;
		this.folder = folder;
	}

	static ServiceProgram unpack(Path root, String name, Path into) throws IOException, InterruptedException {
		Path jar = jar(root.resolve(name).resolve("target"), name);
		Path folder = into.resolve(name);
		Outcome outcome = run(
				List.of(JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()),
				Map.of(), into);
		if (outcome.code() != 0) {
			throw new AssertionError(jar + " could not be unpacked: " + outcome.log());
		}
		return new ServiceProgram(name, folder.resolve(jar.getFileName()), folder);
	}

	KnownProperties properties() throws IOException {
		try (Stream<Path> libraries = Files.list(this.folder.resolve("lib"))) {
			URL[] urls = Stream.concat(Stream.of(this.jar), libraries).map(ServiceProgram::url).toArray(URL[]::new);
			return new KnownProperties(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
		}
	}

	/// Builds the whole application context in a process that has this environment and
	/// nothing else, and ends before it connects to anything.
	Outcome start(Map<String, String> environment) throws IOException, InterruptedException {
		return run(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
				"-Dspring.context.exit=onRefresh", "-jar", this.jar.toString()), environment, this.folder);
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static Outcome run(List<String> command, Map<String, String> environment, Path folder)
			throws IOException, InterruptedException {
		Path log = Files.createTempFile("compose-", ".log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process process = builder.start();
		if (!process.waitFor(2, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			return new Outcome(-1, "It did not end within two minutes:\n" + Files.readString(log));
		}
		return new Outcome(process.exitValue(), Files.readString(log));
	}

	private static Path jar(Path target, String name) throws IOException {
		if (Files.isDirectory(target)) {
			try (Stream<Path> files = Files.list(target)) {
				return files
					.filter((file) -> file.getFileName().toString().matches(name + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
					.findFirst()
					.orElseThrow(() -> new AssertionError("No jar of " + name + " in " + target));
			}
		}
		throw new AssertionError(name + " is not built: there is no " + target);
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException impossible) {
			throw new IllegalArgumentException(impossible);
		}
	}

	/// How a process ended.
	record Outcome(int code, String log) {
	}

}
