package dev.insyn.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// A mail server with moods, which well-behaved test servers don't have.
public final class OddMailServer implements AutoCloseable {

	/// How it behaves from now on.
	public enum Mood {

		ACCEPTS, REFUSES_RECIPIENT, DEFERS_RECIPIENT, REFUSES_SENDER, REFUSES_MESSAGE, BUSY, SAYS_NOTHING, DRIPS,
		DROPS_AFTER_DATA

	}

	private final int port;

	private volatile ServerSocket socket;

	private final List<Accepted> accepted = new CopyOnWriteArrayList<>();

	private final List<Mood> visits = new CopyOnWriteArrayList<>();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile Mood mood = Mood.ACCEPTS;

	private volatile Duration slowness = Duration.ZERO;

	public OddMailServer() {
		this.socket = listenOn(0);
		this.port = this.socket.getLocalPort();
	}

	/// From now on connections are refused, and those that were open are closed.
	public void leaves() {
		close();
		this.open.forEach(OddMailServer::hangUp);
	}

	private static void hangUp(Socket visitor) {
		try {
			visitor.close();
		}
		catch (IOException gone) {
			// the visitor left
		}
	}

	public void returns() {
		this.socket = listenOn(this.port);
	}

	private ServerSocket listenOn(int port) {
		try {
			ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
			Thread.ofVirtual().start(() -> listen(opened));
			return opened;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.port;
	}

	public void becomes(Mood mood) {
		this.mood = mood;
	}

	/// It thinks for so long before it takes a mail.
	public void thinks(Duration time) {
		this.slowness = time;
	}

	/// The messages it said 250 to, as they came.
	public List<String> accepted() {
		return this.accepted.stream().map(Accepted::message).toList();
	}

	/// The sender on the envelope of each.
	public List<String> senders() {
		return this.accepted.stream().map(Accepted::from).toList();
	}

	/// When each came.
	public List<Instant> times() {
		return this.accepted.stream().map(Accepted::at).toList();
	}

	public int acceptedSoFar() {
		return this.accepted.size();
	}

	/// The mood in which each connection was met.
	public List<Mood> visits() {
		return this.visits;
	}

	private void listen(ServerSocket socket) {
		try {
			while (!socket.isClosed()) {
				Socket visitor = socket.accept();
				Thread.ofVirtual().start(() -> meet(visitor, this.mood));
			}
		}
		catch (IOException closed) {
			// closed
		}
	}

	private void meet(Socket visitor, Mood mood) {
		this.visits.add(mood);
		this.open.add(visitor);
		try (visitor) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
			OutputStream out = visitor.getOutputStream();
			if (mood == Mood.SAYS_NOTHING) {
				in.readLine();
			}
			else if (mood == Mood.DRIPS) {
				drip(out);
			}
			else {
				say(out, (mood == Mood.BUSY) ? "421 too busy" : "220 odd.example");
				converse(in, out);
			}
		}
		catch (IOException gone) {
			// the visitor left
		}
		finally {
			this.open.remove(visitor);
		}
	}

	private void converse(BufferedReader in, OutputStream out) throws IOException {
		String from = "";
		String to = "";
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			Mood mood = this.mood;
			switch (line.substring(0, Math.min(4, line.length())).toUpperCase(java.util.Locale.ROOT)) {
				case "MAIL" -> {
					from = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
					say(out, (mood == Mood.REFUSES_SENDER) ? "550 not from you" : "250 ok");
				}
				case "RCPT" -> {
					to = line;
					say(out, recipient(mood, line));
				}
				case "DATA" -> {
					say(out, "354 go on");
					String message = message(in);
					LockSupport.parkNanos(this.slowness.toNanos());
					if (mood == Mood.DROPS_AFTER_DATA || to.contains("dropped")) {
						return;
					}
					if (mood != Mood.REFUSES_MESSAGE) {
						this.accepted.add(new Accepted(from, message, Instant.now()));
					}
					say(out, (mood == Mood.REFUSES_MESSAGE) ? "554 looks like spam" : "250 taken");
				}
				case "QUIT" -> {
					say(out, "221 bye");
					return;
				}
				default -> say(out, "250 odd.example");
			}
		}
	}

	/// Some mailboxes have moods of their own: `…refused@`, `…deferred@` and `…dropped@`.
	private static String recipient(Mood mood, String line) {
		if (line.contains("refused@")) {
			String address = line.substring(line.indexOf('<'), line.indexOf('>') + 1);
			return "550 5.1.1 " + address + ": Recipient address rejected: no mailbox of that name here";
		}
		if (line.contains("deferred@")) {
			return "450 4.2.1 try again later";
		}
		return switch (mood) {
			case REFUSES_RECIPIENT -> "550 no such mailbox";
			case DEFERS_RECIPIENT -> "450 try again later";
			default -> "250 ok";
		};
	}

	private static String message(BufferedReader in) throws IOException {
		StringBuilder message = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			message.append(line).append('\n');
		}
		return message.toString();
	}

	private static void drip(OutputStream out) throws IOException {
		while (true) {
			out.write('2');
			out.flush();
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Accepted(String from, String message, Instant at) {
	}

}
