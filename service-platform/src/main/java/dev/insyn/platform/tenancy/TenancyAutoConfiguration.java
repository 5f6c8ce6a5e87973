package dev.insyn.platform.tenancy;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Makes [Tenants] of the configuration.
@AutoConfiguration
@EnableConfigurationProperties(TenantSettings.class)
class TenancyAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Tenants tenants(TenantSettings settings) {
		return settings.toTenants();
	}

}
