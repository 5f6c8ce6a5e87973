package dev.insyn.platform.security;

import java.io.IOException;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/// Makes the clients from Boot's builder, which brings JSON, metrics and the trace.
final class HttpServiceClients implements ServiceClients {

	private final RestClient.Builder plain;

	private final SecuritySettings settings;

	private final ServiceTokens tokens;

	HttpServiceClients(RestClient.Builder plain, SecuritySettings settings, ServiceTokens tokens) {
		this.plain = plain;
		this.settings = settings;
		this.tokens = tokens;
	}

	@Override
	public RestClient.Builder onBehalfOfCaller(String service) {
		return anonymous(service).requestInterceptor((request, body, execution) -> {
			request.getHeaders().setBearerAuth((String) CurrentCaller.authentication().getCredentials());
			return execution.execute(request, body);
		});
	}

	@Override
	public RestClient.Builder asService(String service, TenantId tenant) {
		return anonymous(service)
			.requestInterceptor((request, body, execution) -> executeAs(tenant, request, body, execution));
	}

	@Override
	public RestClient.Builder anonymous(String service) {
		return this.plain.clone().baseUrl(this.settings.services().address(service));
	}

	private ClientHttpResponse executeAs(TenantId tenant, HttpRequest request, byte[] body,
			ClientHttpRequestExecution execution) throws IOException {
		String token = this.tokens.of(tenant);
		request.getHeaders().setBearerAuth(token);
		ClientHttpResponse response = execution.execute(request, body);
		if (response.getStatusCode() != HttpStatus.UNAUTHORIZED) {
			return response;
		}
		response.close();
		this.tokens.forget(tenant, token);
		request.getHeaders().setBearerAuth(this.tokens.of(tenant));
		return execution.execute(request, body);
	}

}
