package dev.insyn.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection, spoken by hand: request after request goes over it, also before the last was answered.
final class KeptConnection implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 15_000;

	private final Socket socket;

	private final InputStream in;

	KeptConnection(int port) throws IOException {
		this.socket = new Socket("localhost", port);
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.socket.setTcpNoDelay(true);
		this.in = new BufferedInputStream(this.socket.getInputStream());
	}

	void send(String requests) throws IOException {
		this.socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
	}

	/// The status of the next answer, whose body is read to its end.
	/// @param head whether it answers a HEAD request, and so has none
	int status(boolean head) throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		long length = 0;
		boolean chunked = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			chunked |= lower.equals("transfer-encoding: chunked");
			length = lower.startsWith("content-length:") ? Long.parseLong(lower.substring(15).strip()) : length;
		}
		if (!head) {
			skipBody(chunked, length);
		}
		return status;
	}

	private void skipBody(boolean chunked, long length) throws IOException {
		if (!chunked) {
			this.in.skipNBytes(length);
			return;
		}
		int size;
		do {
			size = Integer.parseInt(line(), 16);
			this.in.skipNBytes(size);
			line();
		}
		while (size > 0);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new IOException("The server closed the connection after '" + line + "'");
			}
			line.append((char) next);
		}
		return line.toString().strip();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
