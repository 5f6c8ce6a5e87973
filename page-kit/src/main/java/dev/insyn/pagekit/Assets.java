package dev.insyn.pagekit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// page-kit's static files. Their address holds a hash of all of them, so a browser may keep them for ever and yet never
/// sees yesterday's style with today's page.
public final class Assets {

	/// Every instance and every service of one build serves the same files under the same
	/// address.
	public static final String PATH = "/page-kit/";

	private static final Map<String, String> TYPES = Map.of("insyn.css", "text/css;charset=utf-8", "icon.svg",
			"image/svg+xml");

	private static final Map<String, byte[]> FILES = load();

	private static final String HASH = hash();

	private Assets() {
	}

	/// The address of a file, like `/page-kit/0a1b2c3d4e5f/insyn.css`.
	public static String url(String name) {
		return PATH + HASH + "/" + name;
	}

	/// The file that an address means; an old hash finds nothing rather than another
	/// file.
	public static Optional<Asset> find(String hash, String name) {
		byte[] content = FILES.get(name);
		return (content == null || !hash.equals(HASH)) ? Optional.empty()
				: Optional.of(new Asset(content, TYPES.getOrDefault(name, "application/octet-stream")));
	}

	private static Map<String, byte[]> load() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		TYPES.keySet().stream().sorted().forEach((name) -> files.put(name, read(name)));
		return files;
	}

	private static byte[] read(String name) {
		try (var stream = Assets.class.getResourceAsStream("/dev/insyn/pagekit/assets/" + name)) {
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
