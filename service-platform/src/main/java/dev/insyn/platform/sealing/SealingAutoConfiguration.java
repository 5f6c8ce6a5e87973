package dev.insyn.platform.sealing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Gives a service its [MasterKey] if one is configured.
@AutoConfiguration
@ConditionalOnProperty("insyn.security.master-key")
@EnableConfigurationProperties(SealingSettings.class)
class SealingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MasterKey masterKey(SealingSettings settings) {
		return MasterKey.of(settings.masterKey());
	}

}
