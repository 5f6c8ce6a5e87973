package dev.insyn.pagekit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// page-kit's static files. Their address holds a hash of all of them, so a browser may keep them for ever and yet never
/// sees yesterday's style with today's page.
public final class Assets {

	/// Every instance and every service of one build serves the same files under the same
	/// address.
	public static final String PATH = "/page-kit/";

	private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=utf-8", "svg", "image/svg+xml",
			"js", "text/javascript;charset=utf-8");

	private static final List<String> OWN = List.of("api.css", "console-theme.js", "console.css", "console.js",
			"icon.svg", "insyn.css", "passkey.js", "press.js");

	private static final Map<String, byte[]> FILES = load();

	private static final String HASH = hash();

	private Assets() {
	}

	/// The address of a file, like `/page-kit/0a1b2c3d4e5f/insyn.css`.
	/// @throws IllegalArgumentException if there is no such file
	public static String url(String name) {
		if (!FILES.containsKey(name)) {
			throw new IllegalArgumentException("page-kit has no " + name);
		}
		return PATH + HASH + "/" + name;
	}

	/// The file that an address means; an old hash finds nothing rather than another
	/// file.
	public static Optional<Asset> find(String hash, String name) {
		byte[] content = FILES.get(name);
		return (content == null || !hash.equals(HASH)) ? Optional.empty()
				: Optional.of(new Asset(content, TYPES.getOrDefault(ending(name), "application/octet-stream")));
	}

	private static Map<String, byte[]> load() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		OWN.forEach((name) -> files.put(name, read("/dev/insyn/pagekit/assets/" + name)));
		files.put("htmx.js", read("/META-INF/resources/webjars/htmx.org/" + htmxVersion() + "/dist/htmx.min.js"));
		return files;
	}

	/// The build decides the version, so it stands in one place only.
	private static String htmxVersion() {
		Properties properties = new Properties();
		try {
			properties.load(new ByteArrayInputStream(read("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties.getProperty("version");
	}

	private static String ending(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static byte[] read(String name) {
		try (var stream = Assets.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException(name + " is missing from page-kit");
			}
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String hash() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			FILES.values().forEach(digest::update);
			return HexFormat.of().formatHex(digest.digest(), 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// A static file and its media type.
	public record Asset(byte[] content, String contentType) {

	}

}
