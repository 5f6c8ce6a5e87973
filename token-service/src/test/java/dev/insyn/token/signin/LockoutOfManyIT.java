package dev.insyn.token.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.token.WholeService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Many tries at once, at two instances. Red when a try is counted only after its password was looked at: then all of
/// them are begun before the first has failed.
@WholeService
class LockoutOfManyIT {

	@Autowired
	Lockout one;

	@Autowired
	TenantDocumentsFactory documents;

	@Autowired
	MasterKey masterKey;

	@Autowired
	LockoutSettings settings;

	@Autowired
	Clock clock;

	@Test
	void looksAtNoMorePasswordsThanFive() {
		Lockout other = new Lockout(this.documents, this.masterKey, this.settings, this.clock);
		String address = UUID.randomUUID() + "@crowd.example";
		try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<Duration>> tries = IntStream.range(0, 20)
				.mapToObj((i) -> CompletableFuture
					.supplyAsync(() -> ((i % 2 == 0) ? this.one : other).begin(address, () -> null), crowd))
				.toList();
			assertThat(tries.stream().map(CompletableFuture::join).filter(Duration::isZero)).hasSize(5);
		}
		assertThat(other.begin(address.toUpperCase(java.util.Locale.ROOT) + " ", () -> null)).isPositive();
		this.one.forget(address);
		assertThat(other.begin(address, () -> null)).isZero();
	}

}
