package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/// How we connect to MongoDB and what its driver learns of our types.
@AutoConfiguration(beforeName = { "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
		"org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration" })
class ConnectionAutoConfiguration {

	@Bean
	ConnectionTimeouts mongoTimeouts() {
		return new ConnectionTimeouts();
	}

	@Bean
	@ConditionalOnMissingBean
	MongoCustomConversions mongoCustomConversions() {
		List<Converter<?, ?>> converters = new ArrayList<>();
		converters.add(new TenantIdToText());
		converters.add(new TextToTenantId());
		return new MongoCustomConversions(converters);
	}

	@WritingConverter
	private static final class TenantIdToText implements Converter<TenantId, String> {

		@Override
		public String convert(TenantId tenant) {
			return tenant.value();
		}

	}

	@ReadingConverter
	private static final class TextToTenantId implements Converter<String, TenantId> {

		@Override
		public TenantId convert(String text) {
			return new TenantId(text);
		}

	}

}
