package dev.insyn.pagekit.console;

/// The facts about the signed-in user that the console shows or goes by.
///
/// @param tenant the tenant's id, as it stands in the addresses of its look
/// @param tenantName the tenant as people know it
/// @param name the user's name; personal, for the screen only
/// @param level the permission level, 0 to 99
/// @param language `en` or `sv`
public record ConsoleUser(String tenant, String tenantName, String name, int level, String language) {

	/// Whether the user's permission level suffices. What is shown goes by it; what is
	/// allowed is decided where the
	/// data is.
	public boolean may(int required) {
		return this.level >= required;
	}

	/// Without names, so that no log can hold them.
	@Override
	public String toString() {
		return "ConsoleUser[" + this.tenant + ", level=" + this.level + "]";
	}

}
