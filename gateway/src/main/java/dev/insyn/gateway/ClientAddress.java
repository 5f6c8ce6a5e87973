package dev.insyn.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Who is at the other end, as far as counting goes: an IPv4 address, or an IPv6 network of 64 bits, which one client has for itself.
@Component
class ClientAddress {

	private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

	private final List<Network> trusted;

	ClientAddress(GatewaySettings settings) {
		this.trusted = settings.trustedProxies().stream().map(Network::parse).toList();
	}

	String of(ServerHttpRequest request) {
		InetSocketAddress remote = request.getRemoteAddress();
		InetAddress peer = (remote != null) ? remote.getAddress() : null;
		if (peer == null) {
			return "unknown";
		}
		return countedAs(this.trusted.isEmpty() ? peer : behindProxies(peer, request));
	}

	/// The last address that no trusted proxy vouches for: what stands before it anyone
	/// could have written.
	private InetAddress behindProxies(InetAddress peer, ServerHttpRequest request) {
		List<String> hops = request.getHeaders()
			.getOrEmpty("X-Forwarded-For")
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(String::strip)
			.toList();
		InetAddress client = peer;
		for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
			InetAddress hop = literal(hops.get(i));
			if (hop == null) {
				break;
			}
			client = hop;
		}
		return client;
	}

	private boolean isTrusted(InetAddress address) {
		return this.trusted.stream().anyMatch((network) -> network.contains(address));
	}

	private static String countedAs(InetAddress address) {
		byte[] bytes = address.getAddress();
		return HexFormat.of().formatHex(bytes, 0, (bytes.length == 4) ? 4 : 8);
	}

	/// Never asks a name server: only literals are read.
	private static @Nullable InetAddress literal(String text) {
		try {
			return LITERAL.matcher(text).matches() ? InetAddress.ofLiteral(text) : null;
		}
		catch (IllegalArgumentException malformed) {
			return null;
		}
	}

	/// @param bits how many leading bits are the network's
	record Network(byte[] address, int bits) {

		static Network parse(String cidr) {
			String[] parts = cidr.split("/", 2);
			byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
			return new Network(address, (parts.length == 2) ? Integer.parseInt(parts[1]) : address.length * 8);
		}

		boolean contains(InetAddress other) {
			byte[] bytes = other.getAddress();
			if (bytes.length != this.address.length) {
				return false;
			}
			int whole = this.bits / 8;
			if (!Arrays.equals(bytes, 0, whole, this.address, 0, whole)) {
				return false;
			}
			int rest = this.bits % 8;
			return rest == 0 || ((bytes[whole] ^ this.address[whole]) & (0xFF00 >> rest) & 0xFF) == 0;
		}

	}

}
