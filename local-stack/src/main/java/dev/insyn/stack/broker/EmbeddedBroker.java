package dev.insyn.stack.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/// A Kafka broker and controller (KRaft) in this process, listening on loopback only.
public final class EmbeddedBroker implements AutoCloseable {

	private static final String CLUSTER_ID = "SW5zeW5Mb2NhbFN0YWNrMQ";

	private final int port;

	private final KafkaRaftServer server;

	private EmbeddedBroker(int port, KafkaRaftServer server) {
		this.port = port;
		this.server = server;
	}

	/// Starts a broker that keeps its records in `dir`, and returns when it takes
	/// requests.
	/// @param port the port to listen on, 0 for a free one
	/// @param dir made if missing; what an earlier broker left there is served again,
	/// also after a crash
	public static EmbeddedBroker start(int port, Path dir) {
		int listening = (port != 0) ? port : freePort();
		Path settings = write(dir.toAbsolutePath(), BrokerSettings.of(listening, freePort(), dir.toAbsolutePath()));
		format(settings);
		KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.read(settings)), Time.SYSTEM);
		server.startup();
		return new EmbeddedBroker(listening, server);
	}

	/// What a client names as `bootstrap.servers`.
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.server.shutdown();
		this.server.awaitShutdown();
	}

	private static Path write(Path dir, String settings) {
		try {
			return Files.writeString(Files.createDirectories(dir).resolve("broker.properties"), settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void format(Path settings) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		String[] arguments = { "format", "--cluster-id", CLUSTER_ID, "--config", settings.toString(),
				"--ignore-formatted" };
		if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
			throw new IllegalStateException("Broker storage: " + said.toString(StandardCharsets.UTF_8).strip());
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
