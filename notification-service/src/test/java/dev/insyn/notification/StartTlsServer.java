package dev.insyn.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import com.icegreen.greenmail.util.GreenMail;

/// A mail server that takes mail only encrypted and from who has signed in. It notes what it heard in the clear.
final class StartTlsServer implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final SSLContext tls = tls();

	private final boolean offersTls;

	private final List<String> inTheClear = new CopyOnWriteArrayList<>();

	private final List<String> accepted = new CopyOnWriteArrayList<>();

	StartTlsServer(boolean offersTls) throws IOException, GeneralSecurityException {
		this.offersTls = offersTls;
		Thread.ofVirtual().start(this::listen);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	List<String> inTheClear() {
		return this.inTheClear;
	}

	List<String> accepted() {
		return this.accepted;
	}

	private void listen() {
		try {
			while (true) {
				Socket visitor = this.socket.accept();
				Thread.ofVirtual().start(() -> meet(visitor));
			}
		}
		catch (IOException closed) {
			// closed
		}
	}

	private void meet(Socket visitor) {
		try (visitor) {
			say(visitor.getOutputStream(), "220 tls.example");
			if (converse(visitor, false)) {
				SSLSocket safe = (SSLSocket) this.tls.getSocketFactory()
					.createSocket(visitor, "localhost", this.socket.getLocalPort(), true);
				safe.setUseClientMode(false);
				converse(safe, true);
			}
		}
		catch (IOException gone) {
			// the visitor left
		}
	}

	/// @return whether to begin anew, encrypted
	private boolean converse(Socket visitor, boolean encrypted) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
		OutputStream out = visitor.getOutputStream();
		boolean known = false;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (!encrypted) {
				this.inTheClear.add(line);
			}
			switch (line.split(" ")[0].toUpperCase(Locale.ROOT)) {
				case "EHLO" -> say(out, encrypted ? "250-tls.example\r\n250 AUTH PLAIN"
						: this.offersTls ? "250-tls.example\r\n250 STARTTLS" : "250 tls.example");
				case "STARTTLS" -> {
					say(out, "220 go on");
					return true;
				}
				case "AUTH" -> {
					known = true;
					say(out, "235 welcome");
				}
				case "MAIL", "RCPT" -> say(out, known ? "250 ok" : "530 sign in first");
				case "DATA" -> {
					say(out, "354 go on");
					StringBuilder mail = new StringBuilder();
					for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
						mail.append(part).append('\n');
					}
					this.accepted.add(mail.toString());
					say(out, "250 taken");
				}
				default -> say(out, "250 ok");
			}
		}
		return false;
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static SSLContext tls() throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		char[] password = "changeit".toCharArray();
		try (InputStream in = Objects.requireNonNull(GreenMail.class.getResourceAsStream("/greenmail.p12"))) {
			store.load(in, password);
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, password);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
