package dev.insyn.stack;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;

import dev.insyn.stack.Ports.Listener;
import dev.insyn.stack.process.StartFailed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTests {

	@Test
	void namesATakenPortItsUserAndWhatToDo() throws Exception {
		Ports ports = Ports.free();
		try (ServerSocket ignored = new ServerSocket(ports.of(Listener.CONTACT), 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(StartFailed.class).isThrownBy(ports::requireFree)
				.withMessageContaining("Port %d, for the contact-service, is taken.", ports.of(Listener.CONTACT))
				.withMessageContaining("lsof -nP -iTCP:" + ports.of(Listener.CONTACT))
				.withMessageContaining("./run --ports auto");
		}
	}

	@Test
	void seesAPortThatIsTakenOnAllAddresses() throws Exception {
		Ports ports = Ports.free();
		try (ServerSocket ignored = new ServerSocket(ports.of(Listener.BROKER))) {
			assertThatExceptionOfType(StartFailed.class).isThrownBy(ports::requireFree)
				.withMessageContaining("for the broker");
		}
	}

	@Test
	void findsADifferentFreePortForEachListener() {
		Ports ports = Ports.free();
		assertThat(Stream.of(Listener.values()).map(ports::of)).doesNotHaveDuplicates();
		ports.requireFree();
	}

	@Test
	void usesTheWellKnownOnesUnlessAskedOtherwise() {
		assertThat(Ports.usual().of(Listener.GATEWAY)).isEqualTo(8080);
		assertThat(Ports.usual().of(Listener.WEB)).isEqualTo(8025);
	}

}
