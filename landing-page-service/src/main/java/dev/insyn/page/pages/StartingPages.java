package dev.insyn.page.pages;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.page.catalogue.Catalogue;
import dev.insyn.page.catalogue.RecordTypes;
import dev.insyn.page.pages.Changed.Act;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives every tenant a usable page *edit own data*, P05, and publishes it as soon as contact-service tells what the
/// tenant stores; until then it asks again.
@Component
class StartingPages {

	static final String NUMBER = "P05";

	private static final Logger logger = LoggerFactory.getLogger(StartingPages.class);

	private static final Actor ACTOR = Actor.system("landing-page-service");

	private final Pages pages;

	private final Catalogue catalogue;

	private final RecordTypes recordTypes;

	private final Set<Tenant> unfinished = ConcurrentHashMap.newKeySet();

	StartingPages(Pages pages, Catalogue catalogue, RecordTypes recordTypes, Tenants tenants) {
		this.pages = pages;
		this.catalogue = catalogue;
		this.recordTypes = recordTypes;
		this.unfinished.addAll(tenants.all());
	}

	@Scheduled(fixedDelay = 500)
	void publish() {
		this.unfinished.removeIf(this::published);
	}

	private boolean published(Tenant tenant) {
		try {
			if (this.pages.live(tenant.id(), NUMBER).isEmpty()) {
				begin(tenant);
			}
			return true;
		}
		catch (Outdated raced) {
			return false;
		}
		catch (NotPublishable lacking) {
			logger.error("Page {} of tenant {} can't be published: {}", NUMBER, tenant.id(), lacking.getMessage());
			return true;
		}
		catch (RuntimeException away) {
			logger.debug("Page {} of tenant {} waits: {}", NUMBER, tenant.id(), away.getClass().getSimpleName());
			return false;
		}
	}

	/// Publishes the page if nobody did anything to it: what a user archived or
	/// unpublished
	/// stays so.
	private void begin(Tenant tenant) {
		this.pages.create(tenant.id(), NUMBER, StartingContent.of(tenant), Act.CREATED, ACTOR);
		LandingPage page = this.pages.get(tenant.id(), NUMBER).state();
		if (page.revision() == 1 && page.changed().by().equals(ACTOR.toString())) {
			this.pages.publish(tenant.id(), NUMBER, page.revision(),
					Register.of(this.catalogue.of(tenant.id()), this.recordTypes.of(tenant.id())), ACTOR);
			logger.info("Published page {} of tenant {}", NUMBER, tenant.id());
		}
	}

}
