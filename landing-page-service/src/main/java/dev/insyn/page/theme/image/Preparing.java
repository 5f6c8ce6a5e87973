package dev.insyn.page.theme.image;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.insyn.page.theme.image.PictureRefused.Reason;

import org.springframework.stereotype.Component;

/// Makes the sizes that screens need from an uploaded file. One picture at a time is in memory, and none for long.
@Component
public class Preparing {

	/// The most bytes that a file may have.
	public static final int MOST_BYTES = 1024 * 1024;

	private final Semaphore one = new Semaphore(1, true);

	private final Duration patience;

	private final Duration longest;

	public Preparing() {
		this(Duration.ofSeconds(2), Duration.ofMillis(5500));
	}

	/// @param patience how long to wait for others
	/// @param longest how long a picture may take
	Preparing(Duration patience, Duration longest) {
		this.patience = patience;
		this.longest = longest;
	}

	/// @throws PictureRefused if it is no picture that can be taken
	public PreparedImage prepare(ImageKind kind, byte[] file) {
		if (file.length > MOST_BYTES) {
			throw new PictureRefused(Reason.TOO_LARGE);
		}
		Picture picture = Picture.of(file);
		Decoder decoder = new Decoder(picture);
		return alone(() -> PreparedImage.of(kind, decoder.decode(), picture.print()), decoder::abort);
	}

	/// A decoder that does not stop when told keeps its place until it has.
	PreparedImage alone(Callable<PreparedImage> work, Runnable abort) {
		FutureTask<PreparedImage> task = new FutureTask<>(() -> {
			try {
				return work.call();
			}
			finally {
				this.one.release();
			}
		});
		try {
			if (!this.one.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new PictureRefused(Reason.BUSY);
			}
			Thread.ofPlatform().daemon().name("picture").start(task);
			return task.get(this.longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException late) {
			abort.run();
			throw new PictureRefused(Reason.TOO_SLOW);
		}
		catch (ExecutionException failed) {
			throw (failed.getCause() instanceof PictureRefused refused) ? refused : new PictureRefused(Reason.BROKEN);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			abort.run();
			throw new PictureRefused(Reason.BUSY);
		}
	}

}
