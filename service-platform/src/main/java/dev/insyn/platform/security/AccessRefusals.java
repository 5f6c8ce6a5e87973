package dev.insyn.platform.security;

/// Who hears that a user was refused for its permission level.
interface AccessRefusals {

	/// Neither fails nor waits.
	/// @param route the pattern of the address
	/// @param needed the level that the address asks for
	void tell(UserCaller user, String method, String route, int needed);

}
