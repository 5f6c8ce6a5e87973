package dev.insyn.token.signin;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/// Where in the console a user goes next. Whatever else somebody wrote into `to=` leads to the console's start, so that
/// nobody is sent to another site by a link to ours.
public record ConsoleAddress(String value) {

	public static final ConsoleAddress START = new ConsoleAddress("/admin");

	private static final int LONGEST = 1000;

	public static ConsoleAddress of(@Nullable String wanted) {
		return (wanted != null && isInConsole(wanted)) ? new ConsoleAddress(wanted) : START;
	}

	private static boolean isInConsole(String wanted) {
		if (wanted.length() > LONGEST || wanted.contains("\\") || wanted.contains("//")) {
			return false;
		}
		try {
			URI uri = new URI(wanted);
			String path = uri.getRawPath();
			return !uri.isAbsolute() && uri.getRawAuthority() == null && path != null
					&& (path.equals("/admin") || path.startsWith("/admin/"))
					&& path.equals(uri.normalize().getRawPath()) && wanted.chars().allMatch((c) -> c > ' ' && c < 127);
		}
		catch (URISyntaxException malformed) {
			return false;
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
