package dev.insyn.platform;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.EventNotSent;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.ContactCaller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotesController {

	private final ServiceClients services;

	private final ObjectProvider<Tracer> tracer;

	NotesController(ServiceClients services, ObjectProvider<Tracer> tracer) {
		this.services = services;
		this.tracer = tracer;
	}

	@GetMapping("/me")
	Map<String, String> me(Caller caller) {
		return Map.of("tenant", caller.tenant().value(), "actor", caller.actor().toString());
	}

	@GetMapping("/contact")
	String contact(ContactCaller caller) {
		return caller.contact() + caller.page() + caller.link() + caller.session();
	}

	@GetMapping("/client")
	@RequiredScope("contacts.read")
	String client(ClientCaller caller) {
		return caller.client();
	}

	@GetMapping("/admin/audit/{level}")
	String console(ConsoleUser user, UserCaller caller, @PathVariable int level) {
		caller.require(level);
		return user.tenantName() + " " + user.name();
	}

	@GetMapping("/level")
	@RequiredLevel(RequiredLevel.SENDS)
	String level(UserCaller caller) {
		return caller.name();
	}

	@GetMapping("/both")
	@RequiredScope("pages.read")
	@RequiredLevel(RequiredLevel.READS)
	String both(Caller caller) {
		return caller.actor().toString();
	}

	@GetMapping("/open/{what}")
	String open(@PathVariable String what) {
		return switch (what) {
			case "broken" -> throw new IllegalStateException("Anna Lindqvist <anna@kund.example>");
			case "refused" ->
				throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:field-conflict", "Changed elsewhere")
					.with("conflicts", 1);
			case "unsent" -> throw new EventNotSent("note.written.v1", "id", new TimeoutException());
			case "caller" -> this.services.onBehalfOfCaller("contact").build().get().retrieve().toString();
			case "trace" -> Objects.requireNonNull(this.tracer.getObject().currentSpan()).context().traceId();
			case "relayed-trace" -> String.valueOf(
					this.services.anonymous("contact").build().get().uri("/open/trace").retrieve().body(String.class));
			default -> what;
		};
	}

	@PostMapping("/open/json")
	String json(@RequestBody Map<String, String> body) {
		return String.valueOf(body.size());
	}

	@PostMapping("/open/number")
	String number(@RequestBody Map<String, Integer> body) {
		return String.valueOf(body.size());
	}

	@PostMapping("/open/form")
	String form(@RequestParam String value) {
		return String.valueOf(value.length());
	}

	@GetMapping("/relay")
	String relay(HttpServletRequest request, Caller caller, @RequestParam String as) {
		var builder = as.equals("caller") ? this.services.onBehalfOfCaller("contact")
				: this.services.asService("contact", new TenantId(as));
		return String.valueOf(builder.build().get().uri("/me").retrieve().body(String.class));
	}

}
