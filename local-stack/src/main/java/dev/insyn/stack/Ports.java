package dev.insyn.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.insyn.stack.process.StartFailed;

/// Who listens where; all of it on loopback.
final class Ports {

	/// A listener with the port it has unless free ones are asked for.
	enum Listener {

		GATEWAY("gateway", 8080), GATEWAY_MANAGEMENT("gateway's actuator", 8090),
		LANDING_PAGE("landing-page-service", 8081), CONTACT("contact-service", 8082), TOKEN("token-service", 8083),
		NOTIFICATION("notification-service", 8084), AUDIT("audit-service", 8085), WEB("mail inbox and dashboard", 8025),
		SMTP("mail catcher", 1025), BROKER("broker", 9092), DATABASE("database", 27017);

		private final String user;

		private final int usual;

		Listener(String user, int usual) {
			this.user = user;
			this.usual = usual;
		}

	}

	/// Below what operating systems hand out to outgoing connections, so that a port
	/// stays free while its service is
	/// restarted.
	private static final int LOWEST = 20_000;

	private static final int HIGHEST = 30_000;

	private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);

	private Ports(ToIntFunction<Listener> choice) {
		for (Listener listener : Listener.values()) {
			this.ports.put(listener, choice.applyAsInt(listener));
		}
	}

	static Ports usual() {
		return new Ports((listener) -> listener.usual);
	}

	static Ports free() {
		List<Integer> free = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
			.distinct()
			.filter(Ports::isFree)
			.limit(Listener.values().length)
			.boxed()
			.toList();
		return new Ports((listener) -> free.get(listener.ordinal()));
	}

	int of(Listener listener) {
		return this.ports.getOrDefault(listener, listener.usual);
	}

	/// @throws StartFailed naming every port that somebody else listens on
	void requireFree() {
		List<String> taken = Stream.of(Listener.values())
			.filter((listener) -> !isFree(of(listener)))
			.map((listener) -> "Port %d, for the %s, is taken.".formatted(of(listener), listener.user))
			.toList();
		if (!taken.isEmpty()) {
			throw new StartFailed("""
					%s
					See who has it with: lsof -nP -iTCP:%d -sTCP:LISTEN
					Stop that program, or start with: ./run --ports auto""".formatted(String.join("\n", taken),
					of(firstTaken())));
		}
	}

	private Listener firstTaken() {
		return Stream.of(Listener.values()).filter((listener) -> !isFree(of(listener))).findFirst().orElseThrow();
	}

	/// Taken is also what somebody holds on all addresses.
	private static boolean isFree(int port) {
		return canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
				&& canListen(new InetSocketAddress(port));
	}

	private static boolean canListen(InetSocketAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
