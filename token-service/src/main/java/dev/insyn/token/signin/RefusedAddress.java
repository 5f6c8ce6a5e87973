package dev.insyn.token.signin;

import org.springframework.web.util.UriComponentsBuilder;

/// Where it is said in words why somebody was not let in; from there one can try again.
public final class RefusedAddress {

	private RefusedAddress() {
	}

	public static String of(RefusalReason reason, ConsoleAddress wanted) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/sign-in").queryParam("refused", reason.word());
		if (!wanted.equals(ConsoleAddress.START)) {
			address.queryParam("to", "{to}");
		}
		return address.encode().buildAndExpand(wanted.value()).toUriString();
	}

}
