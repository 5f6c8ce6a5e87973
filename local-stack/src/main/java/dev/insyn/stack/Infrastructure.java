package dev.insyn.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.process.Program;
import dev.insyn.stack.process.Readinesses;

/// Broker and database as programs of their own, so that each can be killed and comes back.
final class Infrastructure {

	private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
			"-XX:TieredStopAtLevel=1", "-Xss512k", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow", "-Dlogback.configurationFile=dev/insyn/stack/logback.xml");

	private static final int RANK = 1;

	private final Ports ports;

	private final Path dir;

	private final Path logs;

	Infrastructure(Ports ports, Path dir, Path logs) {
		this.ports = ports;
		this.dir = dir;
		this.logs = logs;
	}

	Collection<Program> all() {
		return List.of(
				program("broker", "-Xmx192m", "dev.insyn.stack.broker.BrokerProcess", Listener.BROKER,
						this.dir.resolve("kafka")),
				program("database", "-Xmx128m", "dev.insyn.stack.database.DatabaseProcess", Listener.DATABASE,
						this.dir.resolve("mongo")));
	}

	private Program program(String name, String memory, String main, Listener listener, Path data) {
		int port = this.ports.of(listener);
		List<String> command = new ArrayList<>(List.of(Java.executable(), memory));
		command.addAll(JVM);
		command.addAll(List.of("-cp", Java.classPath(), main, String.valueOf(port), data.toString()));
		return new Program(name, RANK, port, command, Map.of(), this.logs.resolve(name + ".log"),
				Readinesses.accepting(port));
	}

}
