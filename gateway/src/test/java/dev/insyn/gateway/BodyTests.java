package dev.insyn.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Bodies that are too large or come too slowly. Red without `WholeBody`, when they reach the service.
@GatewayTest.OnARealPort
@TestPropertySource(properties = "insyn.gateway.body-timeout=2s")
class BodyTests extends GatewayTest {

	private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;

	@Test
	void refusesABodyThatSaysItIsTooLarge() throws IOException {
		String answer = talk(
				"POST /p/P05 HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + TWENTY_MEGABYTES + "\r\n\r\n", 0);
		assertThat(answer).startsWith("HTTP/1.1 413");
		assertThat(service.seen()).isEmpty();
	}

	@Test
	void refusesAChunkedBodyThatDoesNotSayHowLargeItIs() throws IOException {
		String answer = talk("POST /p/P05 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
				TWENTY_MEGABYTES);
		assertThat(answer).startsWith("HTTP/1.1 413");
		assertThat(service.seen()).isEmpty();
	}

	@Test
	void takesAChunkedBodyWithinTheLimit() {
		byte[] body = new byte[200 * 1024];
		Arrays.fill(body, (byte) 'a');
		var sent = send(request("/api/contacts").header("Authorization", "Bearer crm")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
		assertThat(sent.statusCode()).isEqualTo(200);
		assertThat(service.last().body()).hasSize(body.length);
		assertThat(service.last().headers()).containsEntry("Content-Length", Integer.toString(body.length));
	}

	@Test
	void doesNotWaitForABodyThatDoesNotCome() throws IOException {
		String answer = talk("POST /p/P05 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf", 0);
		assertThat(answer).startsWith("HTTP/1.1 408");
		assertThat(service.seen()).isEmpty();
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.setSoTimeout(10_000);
		return socket;
	}

	/// Sends a head, then chunks until enough is sent or nobody listens any more; returns
	/// what came back.
	private String talk(String head, int chunkedBytes) throws IOException {
		try (Socket socket = connect()) {
			OutputStream out = socket.getOutputStream();
			out.write(head.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			byte[] chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
			try {
				for (int sent = 0; sent < chunkedBytes; sent += 0x1000) {
					out.write(chunk);
				}
			}
			catch (IOException closed) {
				// as it should be
			}
			return read(socket.getInputStream());
		}
	}

	private static String read(InputStream in) throws IOException {
		byte[] buffer = new byte[4096];
		int length = in.read(buffer);
		return (length > 0) ? new String(buffer, 0, length, StandardCharsets.UTF_8) : "";
	}

}
