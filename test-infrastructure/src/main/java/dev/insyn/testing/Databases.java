package dev.insyn.testing;

/// The tests' database server, for tests without an application.
public final class Databases {

	private Databases() {
	}

	/// The connection string of one database; take a name of your own.
	public static String uri(String database) {
		return SharedInfrastructure.get().mongoUri(database);
	}

}
