package dev.insyn.platform.store;

import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientSettings;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/// Bounds every wait for MongoDB, so that a caller gets an honest answer while somebody still waits for it. How writes
/// are acknowledged (majority, journaled) stands in the connection string.
final class ConnectionTimeouts implements MongoClientSettingsBuilderCustomizer {

	@Override
	public void customize(MongoClientSettings.Builder settings) {
		settings.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
			.applyToSocketSettings(
					(socket) -> socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS))
			.applyToConnectionPoolSettings((pool) -> pool.maxWaitTime(2, TimeUnit.SECONDS).maxSize(50));
	}

}
