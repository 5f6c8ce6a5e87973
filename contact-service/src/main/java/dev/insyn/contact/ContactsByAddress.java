package dev.insyn.contact;

import java.util.List;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ClientCaller;
import dev.insyn.platform.security.RequiredScope;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Says which contacts have an address, for a service that mails them there. The address comes in the body, so that it
/// stands in no log of any proxy.
@RestController
class ContactsByAddress {

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

	private final Contacts contacts;

	ContactsByAddress(Contacts contacts) {
		this.contacts = contacts;
	}

	/// Small and capital letters make no difference. What was indexed is compared again
	/// with what is held, as different addresses may share a code.
	@PostMapping("/api/contacts/by-address")
	@RequiredScope("contacts.by-address")
	Found find(@RequestBody Asked asked, ClientCaller caller) {
		String email = asked.checked();
		return new Found(this.contacts.withAddress(caller.tenant(), email)
			.stream()
			.map((contact) -> contact.id().value())
			.toList());
	}

	/// Whose contacts are wanted.
	record Asked(@Nullable String email) {

		String checked() {
			String address = (this.email != null) ? this.email.strip() : "";
			if (!ADDRESS.matcher(address).matches()) {
				throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-request",
						"Expected {\"email\":\"somebody@somewhere.example\"}")
					.with("member", "email");
			}
			return address;
		}

		@Override
		public String toString() {
			return "Asked[]";
		}

	}

	/// Their ids, what was changed last first.
	record Found(List<String> contacts) {
	}

}
