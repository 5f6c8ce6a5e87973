package dev.insyn.platform.errors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;

/// Something the caller is told about (RFC 9457). Its texts and members hold no personal data: they reach logs.
public class Problem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String type;

	private final transient Map<String, Object> members = new LinkedHashMap<>();

	/// @param type `urn:insyn:problem:` and a stable name
	/// @param detail for developers, in English
	public Problem(HttpStatus status, String type, String detail) {
		super(detail);
		this.status = status;
		this.type = type;
	}

	/// Adds an extension member to the answer; members may hold what the caller itself
	/// may see, and are never logged.
	public Problem with(String name, Object value) {
		this.members.put(name, value);
		return this;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String type() {
		return this.type;
	}

	public Map<String, Object> members() {
		return Collections.unmodifiableMap(this.members);
	}

}
