package dev.insyn.platform.tenancy;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The tenants, and the clock that everything shares so that tests can set it.
@AutoConfiguration
@EnableConfigurationProperties(TenantSettings.class)
class TenancyAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	@ConditionalOnMissingBean
	Tenants tenants(TenantSettings settings) {
		return settings.toTenants();
	}

}
