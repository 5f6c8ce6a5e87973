package dev.insyn.platform.errors;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.mongodb.MongoException;
import dev.insyn.platform.messaging.EventNotSent;

import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/// What each exception means to a caller. Texts of other libraries are replaced, for they quote what was sent.
final class Problems {

	private Problems() {
	}

	static Problem of(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof Problem problem) {
				return problem;
			}
		}
		return known(thrown);
	}

	private static Problem known(Throwable thrown) {
		return switch (thrown) {
			case MethodArgumentNotValidException invalid -> invalid(invalid);
			case ErrorResponse known -> ofStatus(known.getStatusCode().value());
			case HttpMessageNotReadableException _ -> ofStatus(400);
			case ConversionNotSupportedException _ -> ofStatus(500);
			case TypeMismatchException _ -> ofStatus(400);
			case AuthenticationServiceException _ -> away("tokens cannot be verified");
			case AccessDeniedException _ -> ofStatus(403);
			case ResourceAccessException _ -> away("another service does not answer");
			case HttpServerErrorException _ -> away("another service failed");
			case DataAccessResourceFailureException _ -> away("the database does not answer");
			case TransientDataAccessException _ -> away("the database is busy");
			case MongoException _ -> away("the database does not answer");
			case EventNotSent _ -> away("the broker does not confirm");
			default -> ofStatus(containerStatus(thrown));
		};
	}

	/// @param status of a failure that nobody described
	static Problem ofStatus(int status) {
		HttpStatus known = Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.INTERNAL_SERVER_ERROR);
		return new Problem(known,
				"urn:insyn:problem:" + known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
				known.getReasonPhrase());
	}

	private static Problem away(String why) {
		return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "urn:insyn:problem:service-unavailable",
				"Try again later: " + why);
	}

	private static Problem invalid(MethodArgumentNotValidException invalid) {
		List<Map<String, String>> errors = invalid.getBindingResult()
			.getFieldErrors()
			.stream()
			.map((FieldError error) -> Map.of("field", error.getField(), "code",
					Objects.requireNonNullElse(error.getCode(), "invalid")))
			.toList();
		return new Problem(HttpStatus.BAD_REQUEST, "urn:insyn:problem:invalid-request", "The request is not valid")
			.with("errors", errors);
	}

	/// Tomcat names the status of a form it refused to read.
	private static int containerStatus(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof org.apache.tomcat.util.http.InvalidParameterException refused) {
				return refused.getErrorCode();
			}
		}
		return 500;
	}

}
