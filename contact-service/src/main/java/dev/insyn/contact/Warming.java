package dev.insyn.contact;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.keys.EncryptionKeys;
import dev.insyn.contact.records.RecordTypes;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
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

	private static final Duration RETRY = Duration.ofSeconds(2);

	private final FieldCatalogues catalogues;

	private final EncryptionKeys keys;

	private final RecordTypes types;

	private final Tenants tenants;

	private final Contacts contacts;

	Warming(FieldCatalogues catalogues, RecordTypes types, EncryptionKeys keys, Tenants tenants, Contacts contacts) {
		this.catalogues = catalogues;
		this.types = types;
		this.keys = keys;
		this.tenants = tenants;
		this.contacts = contacts;
	}

	/// In the background, again and again while the database is away: until it is done
	/// lists
	/// come from the database.
	private void index(TenantId tenant) {
		boolean done = false;
		while (!done) {
			try {
				this.contacts.reindex(tenant);
				done = true;
			}
			catch (RuntimeException away) {
				LockSupport.parkNanos(RETRY.toNanos());
			}
		}
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
		if (this.contacts.isIndexedInMemory()) {
			this.tenants.all()
				.forEach((tenant) -> Thread.ofVirtual().name("index-" + tenant.id()).start(() -> index(tenant.id())));
		}
	}

}
