package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.UUID;

import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Who tries passwords waits longer and longer, and learns nothing by it. Red with `begin` of `Lockout` answering zero
/// always, and when only addresses that somebody has are counted.
@WholeService
class LockoutIT {

	private static final String JOHAN = "johan@nordcykel.example";

	@Autowired
	Visitor visitor;

	@Autowired
	Events events;

	@Test
	void answersAlikeWhetherOrNotSomebodyHasTheAddress() {
		String nobody = "nobody-" + UUID.randomUUID() + "@nordcykel.example";
		for (int i = 1; i <= 6; i++) {
			HttpResponse<String> known = this.visitor.signIn(JOHAN, "wrong-password-" + i);
			HttpResponse<String> unknown = this.visitor.signIn(nobody, "wrong-password-" + i);
			assertThat(known.statusCode()).as("try %d", i).isEqualTo((i < 5) ? 422 : 429);
			assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
			assertThat(withoutSeconds(unknown.body().replace(nobody, JOHAN))).isEqualTo(withoutSeconds(known.body()));
			assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
		}
		HttpResponse<String> right = this.visitor.signIn(JOHAN, WholeService.Users.JOHANS_PASSWORD);
		assertThat(right.statusCode()).isEqualTo(429);
		assertThat(right.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(right.body()).contains("För många försök med den här adressen. Försök igen om ")
			.containsPattern("om \\d+ sekunder\\.");
		assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 31L);
	}

	@Test
	void givesAFreshStartAfterTheRightPassword() {
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 4; j++) {
				assertThat(this.visitor.signIn("ingrid@fjordbok.example", "wrong").statusCode()).isEqualTo(422);
			}
			assertThat(this.visitor.signIn("ingrid@fjordbok.example", WholeService.Users.INGRIDS_PASSWORD).statusCode())
				.isEqualTo(303);
		}
	}

	@Test
	void tellsTheInstallationAndNotWhatWasTypedWhenNobodyIsMeant() {
		String address = UUID.randomUUID() + "@nowhere.example";
		try (Recording recording = this.events.record("insyn.users")) {
			this.visitor.signIn(address, "hunter2-hunter2");
			Received told = recording
				.await(1,
						(event) -> event.type().equals("user.sign-in-refused.v1") && !event.body().contains("\"user\""))
				.getFirst();
			assertThat(told.headers()).containsEntry("ce_tenant", "insyn-installation")
				.containsEntry("ce_subject", "unknown");
			assertThat(told.body()).contains("\"reason\":\"wrong-credentials\"", "\"by\":\"password\"");
			assertThat(told.toString()).doesNotContain("nowhere", "hunter2");
		}
	}

	private static String withoutSeconds(String body) {
		return body.replaceAll("\\d+ sekunder", "n sekunder");
	}

}
