package dev.insyn.system;

import java.time.Duration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// Each service is killed while a contact walks about in its portal: the rest goes on, what is missing is said in the
/// contact's words, nothing asked for is lost, and the killed one comes back by itself.
@ExtendWith(StackExtension.class)
@Order(101)
class PortalFaultsIT {

	private final Stack stack;

	PortalFaultsIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void thePlaceStandsWhateverIsKilled() {
		Ready.Link anna = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			PortalVisit portal = new PortalVisit(this.stack, page, "nordcykel");
			portal.signIn(anna.email());
			killed("audit-service", () -> {
				assertThat(look(page, portal.address(""))).isEqualTo(200);
				assertThat(said(page)).contains(anna.email(), "Just nu går det inte att visa vad som har hänt");
			});
			killed("contact-service", () -> {
				assertThat(look(page, portal.address(""))).isEqualTo(503);
				assertThat(said(page)).contains("Just nu kan vi inte visa dina uppgifter", "Försök igen")
					.doesNotContain("länken");
			});
			awaitThePlace(page, portal);
			killed("token-service", () -> {
				assertThat(look(page, portal.address(""))).as("its session was begun before").isEqualTo(200);
				assertThat(look(page, portal.address("/access"))).isEqualTo(503);
				assertThat(said(page)).contains("Inget som har sparats tidigare går förlorat");
			});
			killed("landing-page-service", () -> {
				assertThat(look(page, portal.address(""))).isEqualTo(503);
				assertThat(look(page, portal.address("/access"))).isEqualTo(200);
			});
			awaitThePlace(page, portal);
			assertThat(said(page)).contains(anna.email());
		}
	}

	/// To go red when the wish for a code is only passed on, and not kept as an event.
	@Test
	void aCodeThatIsAskedForWhileNobodyMailsArrivesWhenSomebodyDoes() {
		Ready.Link anna = this.stack.takeLink();
		try (Browser browser = Browser.open()) {
			Page page = browser.page();
			PortalVisit portal = new PortalVisit(this.stack, page, "nordcykel");
			killed("notification-service", () -> portal.ask(anna.email()));
			portal.enter(portal.mailedCode(anna.email()));
			assertThat(page.url()).isEqualTo(portal.address("/access/offer"));
		}
	}

	private void killed(String service, Runnable meanwhile) {
		long pid = this.stack.ready().service(service).pid();
		this.stack.kill(service);
		try {
			meanwhile.run();
		}
		finally {
			this.stack.awaitRestart(service, pid);
		}
	}

	/// Whoever asked in vain a moment ago waits some seconds before it asks again.
	private static void awaitThePlace(Page page, PortalVisit portal) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.pollInSameThread()
			.until(() -> look(page, portal.address("")) == 200);
	}

	private static int look(Page page, String address) {
		Response answer = page.navigate(address);
		return (answer != null) ? answer.status() : 0;
	}

	private static String said(Page page) {
		return page.locator("main").innerText();
	}

}
