package dev.insyn.token.code;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredScope;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells notification-service the code when it writes the mail. What is over is 404: then there is nothing to mail.
@RestController
class AccessCodeController {

	private final AccessCodes codes;

	AccessCodeController(AccessCodes codes) {
		this.codes = codes;
	}

	@GetMapping("/api/access-codes/{challenge}")
	@RequiredScope("access-codes.read")
	ResponseEntity<AccessCodes.Mailed> code(ClientCaller caller, @PathVariable String challenge) {
		return this.codes.mailed(caller.tenant(), challenge)
			.map((mailed) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(mailed))
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-code",
					"There is nothing to mail, or not any more"));
	}

}
