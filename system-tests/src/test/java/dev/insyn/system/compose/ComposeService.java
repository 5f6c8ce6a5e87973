package dev.insyn.system.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One service of a compose file.
record ComposeService(String name, Map<String, Object> content) {

	Map<String, String> environment() {
		Map<String, String> environment = new TreeMap<>();
		ComposeFile.map(this.content.get("environment"))
			.forEach((name, value) -> environment.put(name, value.toString()));
		return environment;
	}

	boolean isBuiltHere() {
		return this.content.containsKey("build");
	}

	Map<String, Object> buildArguments() {
		return ComposeFile.map(ComposeFile.map(this.content.get("build")).get("args"));
	}

	/// The port that its health check asks.
	String healthPort() {
		List<?> test = (List<?>) ComposeFile.map(this.content.get("healthcheck")).getOrDefault("test", List.of(""));
		return test.getLast().toString();
	}

	/// The container's ports that the host can reach.
	List<String> publishedPorts() {
		List<?> ports = (List<?>) this.content.getOrDefault("ports", List.of());
		return ports.stream().map(Object::toString).toList();
	}

	Map<String, Object> needs() {
		return ComposeFile.map(this.content.get("depends_on"));
	}

	boolean reaches(ComposeService other) {
		Set<String> shared = new TreeSet<>(networks());
		shared.retainAll(other.networks());
		return !shared.isEmpty();
	}

	private Set<String> networks() {
		List<?> networks = (List<?>) this.content.getOrDefault("networks", List.of("default"));
		return new TreeSet<>(networks.stream().map(Object::toString).toList());
	}

}
