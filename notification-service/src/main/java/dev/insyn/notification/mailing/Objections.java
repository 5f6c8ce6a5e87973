package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/// Contacts that want no more marketing. An objection holds here at once and is kept until contact-service has it: it is never
/// lost, whatever is away when somebody makes it.
@Component
class Objections {

	private static final Logger log = LoggerFactory.getLogger(Objections.class);

	private static final int AT_ONCE = 100;

	private final TenantDocuments<Objection> waiting;

	private final StopToken tokens;

	private final ServiceClients clients;

	private final String publicUrl;

	private final Clock clock = Clock.systemUTC();

	Objections(TenantDocumentsFactory factory, StopToken tokens, ServiceClients clients,
			@Value("${insyn.public-url:http://localhost:8080}") String publicUrl) {
		this.waiting = factory.of("objections", Objection.class);
		this.tokens = tokens;
		this.clients = clients;
		this.publicUrl = publicUrl;
	}

	/// Where a contact objects.
	String address(TenantId tenant, String mailing, String contact) {
		return this.publicUrl + StoppingController.PATH + this.tokens.write(tenant, mailing, contact);
	}

	/// As often as one likes.
	void make(StopToken.Stop stop) {
		try {
			this.waiting.insert(stop.tenant(), stop.contact(),
					Change.of(new Objection(stop.mailing(), this.clock.instant())));
		}
		catch (AlreadyExists madeBefore) {
			// It waits.
		}
		deliver(stop.tenant());
	}

	/// Those of the contacts that have objected and of whom contact-service may not know
	/// yet.
	Set<String> waiting(TenantId tenant, Collection<String> contacts) {
		return this.waiting.findAll(tenant, contacts).stream().map(Stored::id).collect(Collectors.toSet());
	}

	/// Tells contact-service of what waits.
	void deliver(TenantId tenant) {
		for (Stored<Objection> objection : this.waiting.find(tenant, new Criteria(), Sort.unsorted(), AT_ONCE)) {
			try {
				tell(tenant, objection.id(), objection.state().mailing());
				this.waiting.delete(tenant, objection.id());
			}
			catch (RestClientException away) {
				log.info("An objection of {} waits: {}", tenant, away.getClass().getSimpleName());
				return;
			}
		}
	}

	private void tell(TenantId tenant, String contact, String mailing) {
		try {
			this.clients.asService("contact", tenant)
				.build()
				.post()
				.uri("/api/contacts/{id}/marketing-objection", contact)
				.contentType(MediaType.APPLICATION_JSON)
				.body(new Body("unsubscribe", mailing))
				.retrieve()
				.toBodilessEntity();
		}
		catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone noSuchContact) {
			// Nobody is left who could be written to.
		}
	}

	/// @param mailing because of which it was made
	record Objection(String mailing, Instant at) {
	}

	private record Body(String source, String mailing) {
	}

}
