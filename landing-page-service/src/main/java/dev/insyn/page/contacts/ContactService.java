package dev.insyn.page.contacts;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

/// contact-service, as this service knows it. The contact's own bearer is passed on, so that nobody else can be reached.
@Component
@EnableConfigurationProperties(Guard.Settings.class)
public class ContactService {

	private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

	private final ServiceClients clients;

	private final RestClient own;

	private final Guard guard;

	private final JsonMapper json;

	ContactService(ServiceClients clients, Guard guard, JsonMapper json) {
		this.clients = clients;
		this.own = clients.onBehalfOfCaller("contact").build();
		this.guard = guard;
		this.json = json;
	}

	/// What the calling contact's fields hold now, and its records; empty if
	/// contact-service does not know the contact (any more).
	/// @param reports as contact-service reads them, separated by commas; empty for none
	/// @throws ContactAway if there is no answer
	public Optional<ContactView> view(String contact, String fields, String reports) {
		String address = reports.isEmpty() ? "/contacts/{id}?fields={fields}"
				: "/contacts/{id}?fields={fields}&reports={reports}";
		return this.guard.call(() -> this.own.get()
			.uri(address, contact, fields, reports)
			.exchangeForRequiredValue((request, response) -> viewed(response)));
	}

	/// Sends the calling contact's update; sent again under the same key it is applied
	/// once.
	public Outcome update(String contact, String key, PageUpdate update) {
		try {
			return this.guard.call(() -> post(this.own, contact, key, update));
		}
		catch (ContactAway away) {
			return new Outcome.Away();
		}
	}

	/// Enters the code that was sent to the address that the contact asked for.
	/// @param page where the contact is
	/// @throws ContactAway if there is no answer
	public EmailOutcome enterEmailCode(String contact, String page, String code) {
		return this.guard.call(() -> this.own.post()
			.uri("/contacts/{id}/email-change/code?page={page}", contact, page)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("code", code))
			.exchangeForRequiredValue((request, response) -> emailOutcome(response)));
	}

	/// Asks for another code.
	/// @throws ContactAway if there is no answer
	public EmailOutcome resendEmailCode(String contact, String page) {
		return this.guard.call(() -> this.own.post()
			.uri("/contacts/{id}/email-change/resend?page={page}", contact, page)
			.exchangeForRequiredValue((request, response) -> emailOutcome(response)));
	}

	/// Keeps the old address after all.
	/// @throws ContactAway if there is no answer
	public void withdrawEmailChange(String contact, String page) {
		HttpStatusCode unused = this.guard.call(() -> this.own.delete()
			.uri("/contacts/{id}/email-change?page={page}", contact, page)
			.exchangeForRequiredValue((request, response) -> usable(response)));
	}

	/// Delivers a sealed update that was received earlier. Not guarded: whoever delivers
	/// waits by itself.
	/// @param follows keys of the contact's updates that had been received before
	public Outcome deliver(TenantId tenant, String contact, String key, String sealed, List<String> follows) {
		try {
			return post(this.clients.asService("contact", tenant).build(), contact, key,
					Map.of("sealed", sealed, "follows", follows));
		}
		catch (HttpServerErrorException.InternalServerError failure) {
			return new Outcome.Away(true);
		}
		catch (org.springframework.web.client.RestClientException trouble) {
			return new Outcome.Away();
		}
	}

	/// The public keys that updates are sealed to, as a JWK set.
	public String encryptionKeys() {
		return Objects.requireNonNull(this.clients.anonymous("contact")
			.build()
			.get()
			.uri("/api/encryption-keys")
			.retrieve()
			.body(String.class));
	}

	private Outcome post(RestClient client, String contact, String key, Object body) {
		return client.post()
			.uri("/contacts/{id}/updates", contact)
			.header(IDEMPOTENCY_KEY, key)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchangeForRequiredValue((request, response) -> outcome(response));
	}

	private Optional<ContactView> viewed(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = usable(response);
		if (status.is2xxSuccessful()) {
			return Optional.of(read(response.getBody(), ContactView.class));
		}
		return Optional.empty();
	}

	private Outcome outcome(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = usable(response);
		if (status.is2xxSuccessful()) {
			Answer answer = read(response.getBody(), Answer.class);
			return new Outcome.Applied(orEmpty(answer.changed()), answer.emailChange());
		}
		Told told = told(response.getBody());
		String reason = told.reason();
		if (status.value() == 409 && told.conflicts() != null) {
			return new Outcome.Conflict(told.conflicts());
		}
		if (status.value() == 422 && told.errors() != null) {
			return new Outcome.Invalid(told.errors());
		}
		return new Outcome.Refused(status.value(), reason.isBlank() ? "status-" + status.value() : reason);
	}

	private EmailOutcome emailOutcome(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = usable(response);
		if (status.value() == 202) {
			return EmailOutcome.of(EmailOutcome.Kind.DONE);
		}
		if (status.is2xxSuccessful()) {
			EmailAnswer answer = read(response.getBody(), EmailAnswer.class);
			return new EmailOutcome(EmailOutcome.Kind.DONE, 0,
					new Outcome.FieldChange(ContactView.EMAIL, answer.before(), answer.after()));
		}
		Told told = told(response.getBody());
		return new EmailOutcome(EmailOutcome.kind(told.reason()), (told.triesLeft() != null) ? told.triesLeft() : 0,
				null);
	}

	/// 5xx, and 429 as well, mean that asking later may help.
	private static HttpStatusCode usable(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.is5xxServerError() || status.value() == 429) {
			throw HttpServerErrorException.create(status, "contact-service", response.getHeaders(), new byte[0], null);
		}
		return status;
	}

	private Told told(InputStream body) {
		try {
			return read(body, Told.class);
		}
		catch (JacksonException unreadable) {
			return new Told(null, null, null, null);
		}
	}

	private <T> T read(InputStream body, Class<T> type) {
		return this.json.readValue(body, type);
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	/// An update that was applied.
	record Answer(@Nullable List<Outcome.FieldChange> changed, @Nullable String emailChange) {

	}

	/// An address that was changed.
	record EmailAnswer(@Nullable Object before, @Nullable Object after) {

		@Override
		public String toString() {
			return "EmailAnswer[]";
		}

	}

	/// A problem.
	record Told(@Nullable String type, @Nullable List<Outcome.Side> conflicts,
			@Nullable List<Outcome.FieldError> errors, @Nullable Integer triesLeft) {

		String reason() {
			return Optional.ofNullable(this.type).orElse("").replaceFirst("^urn:insyn:problem:", "");
		}

	}

}
