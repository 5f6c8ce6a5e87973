package dev.insyn.contact.keys;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.TenantDocumentsFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keys rest in a database of their own, so that a copy of the contacts is worth nothing.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ EncryptionKeySettings.class, KeyDatabaseSettings.class })
class KeyConfiguration {

	@Bean(defaultCandidate = false)
	TenantDocumentsFactory keyDatabase(TenantDocumentsFactory contacts, KeyDatabaseSettings settings) {
		return contacts.connectedTo(settings.mongodbUri());
	}

	@Bean
	TenantKeys tenantKeys(@Qualifier("keyDatabase") TenantDocumentsFactory database, MasterKey masterKey, Clock clock) {
		return new TenantKeys(database.of("tenant_keys", WrappedKey.class), masterKey, clock,
				new KeyCache<>(Ticker.systemTicker()));
	}

	@Bean
	ContactKeys contactKeys(@Qualifier("keyDatabase") TenantDocumentsFactory database, TenantKeys tenantKeys,
			Clock clock) {
		return new ContactKeys(database.of("data_keys", WrappedKey.class), tenantKeys, clock,
				new KeyCache<>(Ticker.systemTicker()));
	}

	@Bean
	EncryptionKeys encryptionKeys(@Qualifier("keyDatabase") TenantDocumentsFactory database, MasterKey masterKey,
			EncryptionKeySettings settings, Clock clock) {
		return new EncryptionKeys(database.system("encryption_keys", EncryptionKeyRing.class), masterKey, settings,
				clock, new KeyCache<>(Ticker.systemTicker()));
	}

}
