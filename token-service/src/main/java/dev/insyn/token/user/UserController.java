package dev.insyn.token.user;

import java.util.List;

import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The users of the caller's tenant, for choosing whom to mail or who gets a task.
@RestController
class UserController {

	private final Users users;

	UserController(Users users) {
		this.users = users;
	}

	@GetMapping("/api/users")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("users.read")
	Listed list(Caller caller) {
		return new Listed(this.users.of(caller.tenant()).stream().map(Entry::of).toList());
	}

	record Listed(List<Entry> users) {
	}

	record Entry(String id, String name, String email, int level) {

		static Entry of(User user) {
			return new Entry(user.id(), user.name(), user.email(), user.level());
		}

		@Override
		public String toString() {
			return "Entry[" + this.id + "]";
		}

	}

}
