package dev.insyn.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// A closed loop: so many users, each sending its next request when the last is
/// answered, for a while.
final class Load {

	private final int users;

	private final Duration duration;

	Load(int users, Duration duration) {
		this.users = users;
		this.duration = duration;
	}

	Result run(Request request) throws InterruptedException {
		Histogram micros = new ConcurrentHistogram(60_000_000L, 3);
		AtomicLong failures = new AtomicLong();
		long begin = System.nanoTime();
		long end = begin + this.duration.toNanos();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < this.users; i++) {
				int user = i;
				executor.submit(() -> loop(user, request, end, micros, failures));
			}
		}
		double seconds = (System.nanoTime() - begin) / 1e9;
		return new Result(micros.getTotalCount() / seconds, micros.getValueAtPercentile(50) / 1000.0,
				micros.getValueAtPercentile(99) / 1000.0, failures.get());
	}

	private static void loop(int user, Request request, long end, Histogram micros, AtomicLong failures) {
		while (System.nanoTime() < end) {
			long sent = System.nanoTime();
			if (request.send(user)) {
				micros.recordValue((System.nanoTime() - sent) / 1000);
			}
			else {
				failures.incrementAndGet();
			}
		}
	}

	/// One request of one user; false when it was not answered as it should be.
	interface Request {

		boolean send(int user);

	}

	/// Answers per second, milliseconds at the median and the 99th percentile.
	record Result(double rate, double p50, double p99, long failures) {
	}

}
