package dev.insyn.testing.bad;

import com.mongodb.ConnectionString;

/// Goes around the store.
class StraightToMongo {

	ConnectionString address() {
		return new ConnectionString("mongodb://localhost");
	}

}
