package dev.insyn.page.contacts;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardTests {

	private final Guard guard = new Guard(new Guard.Settings(Duration.ofMillis(300), 2, 4, Duration.ofMinutes(1)),
			new SimpleMeterRegistry());

	private final AtomicInteger asked = new AtomicInteger();

	@AfterEach
	void close() {
		this.guard.close();
	}

	/// Red when the breaker records no exceptions.
	@Test
	void stopsAskingAfterRefusedConnectionsAndServerErrors() {
		for (int i = 0; i < 2; i++) {
			fails(new ResourceAccessException("refused"));
			fails(HttpServerErrorException.create(HttpStatus.BAD_GATEWAY, "", new HttpHeaders(), new byte[0], null));
		}
		int before = this.asked.get();
		fails(new ResourceAccessException("refused"));
		assertThat(this.asked.get()).as("not asked any more").isEqualTo(before);
	}

	/// Red when the breaker records every exception: one contact's wrong input would then
	/// close the page for all.
	@Test
	void keepsAskingHoweverManyClientErrorsThereAre() {
		for (int i = 0; i < 20; i++) {
			assertThatExceptionOfType(HttpClientErrorException.class).isThrownBy(() -> this.guard.call(() -> {
				throw HttpClientErrorException.create(HttpStatus.CONFLICT, "", new HttpHeaders(), new byte[0], null);
			}));
		}
		assertThat(this.guard.<String>call(() -> "answer")).isEqualTo("answer");
	}

	@Test
	void givesUpOnACallThatTakesTooLong() {
		CountDownLatch never = new CountDownLatch(1);
		assertThatExceptionOfType(ContactAway.class).isThrownBy(() -> this.guard.call(() -> {
			never.await();
			return "late";
		}));
	}

	/// Red without the bulkhead: the third call would wait as well.
	@Test
	void letsOnlySoManyWait() throws InterruptedException {
		CountDownLatch inside = new CountDownLatch(2);
		CountDownLatch leave = new CountDownLatch(1);
		for (int i = 0; i < 2; i++) {
			Thread.startVirtualThread(() -> this.guard.call(() -> {
				inside.countDown();
				leave.await();
				return "done";
			}));
		}
		inside.await();
		assertThatExceptionOfType(ContactAway.class).isThrownBy(() -> this.guard.call(() -> "answer"))
			.withCauseInstanceOf(io.github.resilience4j.bulkhead.BulkheadFullException.class);
		leave.countDown();
	}

	private void fails(RuntimeException trouble) {
		assertThatExceptionOfType(ContactAway.class).isThrownBy(() -> this.guard.call(() -> {
			this.asked.incrementAndGet();
			throw trouble;
		}));
	}

}
