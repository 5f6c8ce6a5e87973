package dev.insyn.gateway;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

	@Test
	void believesNobodyUnlessTold() {
		assertThat(counted(List.of(), "10.0.0.5", "203.0.113.7")).isEqualTo("0a000005");
	}

	@Test
	void believesTheProxyItIsToldToTrust() {
		assertThat(counted(List.of("10.0.0.0/8"), "10.0.0.5", "203.0.113.7")).isEqualTo("cb007107");
	}

	@Test
	void stopsAtTheFirstHopThatIsNoTrustedProxy() {
		assertThat(counted(List.of("10.0.0.0/8"), "10.0.0.5", "1.1.1.1, 203.0.113.7, 10.0.0.6")).isEqualTo("cb007107");
	}

	@Test
	void ignoresWhatIsNoAddress() {
		assertThat(counted(List.of("10.0.0.0/8"), "10.0.0.5", "localhost")).isEqualTo("0a000005");
		assertThat(counted(List.of("10.0.0.0/8"), "10.0.0.5", "999.1.1.1")).isEqualTo("0a000005");
	}

	@Test
	void knowsNetworksThatDoNotEndAtAByte() {
		assertThat(counted(List.of("10.16.0.0/12"), "10.31.0.5", "203.0.113.7")).isEqualTo("cb007107");
		assertThat(counted(List.of("10.16.0.0/12"), "10.32.0.5", "203.0.113.7")).isEqualTo("0a200005");
	}

	private static String counted(List<String> trusted, String peer, String forwardedFor) {
		var source = new MapConfigurationPropertySource();
		source.put("insyn.gateway.trusted-proxies", String.join(",", trusted));
		GatewaySettings settings = new Binder(source).bindOrCreate("insyn.gateway", GatewaySettings.class);
		return new ClientAddress(settings).of(MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress(peer, 1234))
			.header("X-Forwarded-For", forwardedFor)
			.build());
	}

}
