package dev.insyn.platform.sealing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// Gives a service its [MasterKey] if one is configured. There is no default.
@AutoConfiguration
class SealingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty("insyn.security.master-key")
	MasterKey masterKey(Environment environment) {
		return MasterKey.of(environment.getRequiredProperty("insyn.security.master-key"));
	}

}
