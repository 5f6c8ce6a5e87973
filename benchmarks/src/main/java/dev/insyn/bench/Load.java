package dev.insyn.bench;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

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
		return run(request, (user) -> true);
	}

	private Result run(Request request, IntPredicate more) throws InterruptedException {
		Histogram micros = new ConcurrentHistogram(60_000_000L, 3);
		AtomicLong failures = new AtomicLong();
		long begin = System.nanoTime();
		long end = begin + this.duration.toNanos();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < this.users; i++) {
				int user = i;
				executor.submit(() -> loop(user, request, more, end, micros, failures));
			}
		}
		double seconds = (System.nanoTime() - begin) / 1e9;
		return new Result(micros.getTotalCount(), seconds, micros.getValueAtPercentile(50) / 1000.0,
				micros.getValueAtPercentile(99) / 1000.0, failures.get());
	}

	/// Each user sends what is prepared for it, as fast as it is answered, until nothing
	/// is
	/// left.
	Result run(List<Deque<ThroughTheGateway.Prepared>> prepared) throws InterruptedException {
		return run((user) -> {
			ThroughTheGateway.Prepared next = prepared.get(user).poll();
			return next == null || next.send();
		}, (user) -> !prepared.get(user).isEmpty());
	}

	private static void loop(int user, Request request, IntPredicate more, long end, Histogram micros,
			AtomicLong failures) {
		while (System.nanoTime() < end && more.test(user)) {
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

	/// Answers, seconds, milliseconds at the median and the 99th percentile.
	record Result(long answers, double seconds, double p50, double p99, long failures) {

		double rate() {
			return this.answers / this.seconds;
		}

		/// Parts of one round: their answers over their time, the worst percentiles.
		static Result merged(List<Result> parts) {
			return new Result(parts.stream().mapToLong(Result::answers).sum(),
					parts.stream().mapToDouble(Result::seconds).sum(),
					parts.stream().mapToDouble(Result::p50).max().orElse(0),
					parts.stream().mapToDouble(Result::p99).max().orElse(0),
					parts.stream().mapToLong(Result::failures).sum());
		}

	}

}
