package dev.insyn.stack.broker;

import java.nio.file.Path;

/// The broker as a program: a port and a folder.
final class BrokerProcess {

	private BrokerProcess() {
	}

	public static void main(String[] arguments) {
		EmbeddedBroker broker = EmbeddedBroker.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
		Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
	}

}
