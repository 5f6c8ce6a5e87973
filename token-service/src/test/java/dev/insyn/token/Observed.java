package dev.insyn.token;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.boot.test.context.TestComponent;

/// Everything that metrics and traces are made of.
@TestComponent
public class Observed implements ObservationHandler<Observation.Context> {

	private final List<String> all = new CopyOnWriteArrayList<>();

	@Override
	public void onStop(Observation.Context context) {
		this.all.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues());
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	List<String> all() {
		return this.all;
	}

}
