package dev.insyn.page.session;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Whose sign-in is over, is led to the portal's door, and the browser forgets the token.
@RestControllerAdvice
class LeadingToTheDoor {

	@ExceptionHandler
	ResponseEntity<Void> lead(SessionOver over, HttpServletRequest request) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(over.door(request.getParameter("lang"))))
			.build();
	}

}
