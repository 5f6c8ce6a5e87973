package dev.insyn.stack.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/// Ends the children when the supervisor itself is killed: a shell that knows their process ids and waits for the pipe
/// from the supervisor to close, which the operating system does however the supervisor ended.
final class Reaper implements AutoCloseable {

	private static final String SCRIPT = """
			trap '' INT HUP TERM
			pids=' '
			while read -r sign pid; do
				case $sign in
					+) pids="$pids$pid " ;;
					-) case $pids in *" $pid "*) pids="${pids%%" $pid "*} ${pids#*" $pid "}" ;; esac ;;
				esac
			done
			for pid in $pids; do kill "$pid" 2>/dev/null; done
			for second in 1 2 3 4 5; do
				alive=
				for pid in $pids; do kill -0 "$pid" 2>/dev/null && alive="$alive $pid"; done
				[ -z "$alive" ] && exit 0
				sleep 1
			done
			for pid in $alive; do kill -9 "$pid" 2>/dev/null; done
			""";

	private final Process shell;

	private final OutputStream pipe;

	private Reaper(Process shell) {
		this.shell = shell;
		this.pipe = shell.getOutputStream();
	}

	static Reaper start() {
		try {
			return new Reaper(new ProcessBuilder("/bin/sh", "-c", SCRIPT).redirectErrorStream(true)
				.redirectOutput(Redirect.DISCARD)
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void watch(long pid) {
		tell("+ " + pid);
	}

	void forget(long pid) {
		tell("- " + pid);
	}

	private synchronized void tell(String line) {
		try {
			this.pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
			this.pipe.flush();
		}
		catch (IOException ex) {
			// The shell was killed; then only the next start's look at the recorded ids
			// remains.
		}
	}

	@Override
	public void close() {
		try {
			this.pipe.close();
			this.shell.waitFor();
		}
		catch (IOException ex) {
			this.shell.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
