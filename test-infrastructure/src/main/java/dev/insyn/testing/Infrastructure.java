package dev.insyn.testing;

/// A broker and a database server, started once for this JVM and shared by its test classes.
interface Infrastructure {

	String bootstrapServers();

	/// The connection string of one database on the server.
	String mongoUri(String database);

	/// What the log says was taken.
	String description();

}
