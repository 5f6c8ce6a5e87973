package dev.insyn.contact.keys;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `insyn.contact.encryption-keys`.
///
/// @param rotation how long a pair is handed out
/// @param kept how long an old private key stays; not shorter than what the topic `insyn.crm` keeps
@ConfigurationProperties("insyn.contact.encryption-keys")
record EncryptionKeySettings(@DefaultValue("30d") Duration rotation, @DefaultValue("7d") Duration kept) {
}
