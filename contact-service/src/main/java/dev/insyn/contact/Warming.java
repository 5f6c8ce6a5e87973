package dev.insyn.contact;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.keys.EncryptionKeys;
import dev.insyn.contact.records.RecordTypes;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Puts each tenant's catalogue and record types and the first key pair in place at start. Without a database it says so and leaves them
/// to the first request.
@Component
class Warming implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(Warming.class);

	private final FieldCatalogues catalogues;

	private final EncryptionKeys keys;

	private final RecordTypes types;

	private final Tenants tenants;

	Warming(FieldCatalogues catalogues, RecordTypes types, EncryptionKeys keys, Tenants tenants) {
		this.catalogues = catalogues;
		this.types = types;
		this.keys = keys;
		this.tenants = tenants;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			this.keys.publicKeys();
			this.tenants.all().stream().map(Tenant::id).forEach(this.catalogues::of);
			this.tenants.all().stream().map(Tenant::id).forEach(this.types::of);
		}
		catch (RuntimeException away) {
			logger.warn("Nothing seeded at start: {}", away.getClass().getSimpleName());
		}
	}

}
