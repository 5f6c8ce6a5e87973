package dev.insyn.notification;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A mail server that takes every mail and keeps none, for measuring.
public final class SinkMailServer {

	private static final byte[] OK = "250 ok\r\n".getBytes(StandardCharsets.US_ASCII);

	private final ServerSocket socket;

	private final Duration thinks;

	private final AtomicLong taken = new AtomicLong();

	private volatile String last = "";

	/// @param thinks before it takes a mail, as a server does that writes it to disk
	public SinkMailServer(Duration thinks) {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			this.thinks = thinks;
			Thread.ofVirtual().start(this::listen);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	public long taken() {
		return this.taken.get();
	}

	/// The newest mail.
	public String last() {
		return this.last;
	}

	private void listen() {
		try {
			while (true) {
				Socket visitor = this.socket.accept();
				visitor.setTcpNoDelay(true);
				Thread.ofVirtual().start(() -> meet(visitor));
			}
		}
		catch (IOException closed) {
			// closed
		}
	}

	private void meet(Socket visitor) {
		try (visitor) {
			InputStream in = new BufferedInputStream(visitor.getInputStream(), 1 << 14);
			OutputStream out = visitor.getOutputStream();
			say(out, "220 sink.example");
			for (String line = line(in); !line.startsWith("QUIT"); line = line(in)) {
				if (line.startsWith("DATA")) {
					say(out, "354 go on");
					StringBuilder mail = new StringBuilder();
					for (String text = line(in); !text.equals("."); text = line(in)) {
						mail.append(text).append("\r\n");
					}
					LockSupport.parkNanos(this.thinks.toNanos());
					this.last = mail.toString();
					this.taken.incrementAndGet();
				}
				out.write(OK);
				out.flush();
			}
		}
		catch (IOException gone) {
			// the visitor left
		}
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("gone");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

}
