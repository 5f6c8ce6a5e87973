package dev.insyn.gateway;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// What every service is told under `insyn`.
///
/// @param publicUrl the gateway's own address as browsers see it
@ConfigurationProperties("insyn")
record InsynSettings(URI publicUrl, Services services) {

	boolean https() {
		return "https".equals(this.publicUrl.getScheme());
	}

	/// The origin that a browser names in `Origin` (RFC 6454): scheme, host and port.
	String origin() {
		return this.publicUrl.getScheme() + "://" + this.publicUrl.getAuthority();
	}

	record Services(URI token) {
	}

}
