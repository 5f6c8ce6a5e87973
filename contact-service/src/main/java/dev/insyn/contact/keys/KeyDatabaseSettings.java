package dev.insyn.contact.keys;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// `insyn.contact.keys`.
///
/// @param mongodbUri the database of the keys, apart from that of the contacts and with a login of its own
@ConfigurationProperties("insyn.contact.keys")
record KeyDatabaseSettings(String mongodbUri) {
}
