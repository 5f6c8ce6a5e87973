package dev.insyn.token.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Ways to sign in beside the password: others who vouch for users.
public interface OtherWays {

	List<Way> all();

	/// Where one signs out there too, if it has such an address.
	/// @param id of the way; there may be none
	Optional<URI> signOutAddress(String id);

	/// @param id as it stands in addresses
	/// @param name what people call it
	/// @param address where it begins; takes `to`
	record Way(String id, String name, String address) {
	}

}
