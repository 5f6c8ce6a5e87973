package dev.insyn.contact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `insyn.contact.search`.
///
/// @param inMemory keep the codes of all contacts in memory too, about 400 bytes each: for a database that has no index
/// over lists, such as the embedded one
@ConfigurationProperties("insyn.contact.search")
record SearchSettings(@DefaultValue("false") boolean inMemory) {
}
