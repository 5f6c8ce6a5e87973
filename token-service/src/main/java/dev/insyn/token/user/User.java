package dev.insyn.token.user;

import dev.insyn.platform.tenancy.TenantId;

/// Someone at a tenant who signs in to the console.
///
/// @param id opaque, so that events and logs can name it
/// @param level permission level, 0 to 99
/// @param language of the user's console, `en` or `sv`
public record User(TenantId tenant, String id, String email, String name, int level, String language) {

	static final int LOWEST_LEVEL = 0;

	static final int HIGHEST_LEVEL = 99;

	/// More of a name would not fit into an access token, and so into a cookie.
	private static final int LONGEST_NAME = 100;

	public User {
		if (level < LOWEST_LEVEL || level > HIGHEST_LEVEL) {
			throw new IllegalArgumentException("A permission level is 0 to 99");
		}
		name = name.strip();
		if (name.isEmpty()) {
			throw new IllegalArgumentException("A user has a name");
		}
		name = (name.length() > LONGEST_NAME) ? name.substring(0, LONGEST_NAME) : name;
	}

	User speaking(String chosen) {
		return new User(this.tenant, this.id, this.email, this.name, this.level, chosen);
	}

	/// Without name and address, so that no log can hold them.
	@Override
	public String toString() {
		return "User[" + this.tenant + ", " + this.id + ", level=" + this.level + "]";
	}

}
