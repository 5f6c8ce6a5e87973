package dev.insyn.stack.process;

/// The stack can't be started; the message is for the person at the terminal.
public final class StartFailed extends RuntimeException {

	public StartFailed(String message) {
		super(message);
	}

}
