package dev.insyn.testing;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Stops an application's consumers after a test class and starts them before its next one. Spring keeps applications of
/// earlier classes, and their consumers, members of the same group, would take records from the one under test.
final class ConsumersRestBetweenClasses extends AbstractTestExecutionListener {

	private static final String BINDINGS = "inputBindingLifecycle";

	@Override
	public void beforeTestClass(TestContext test) {
		Lifecycle bindings = bindings(test);
		if (bindings != null && !bindings.isRunning()) {
			bindings.start();
		}
	}

	@Override
	public void afterTestClass(TestContext test) {
		Lifecycle bindings = bindings(test);
		if (bindings != null && bindings.isRunning()) {
			bindings.stop();
		}
	}

	private static @Nullable Lifecycle bindings(TestContext test) {
		if (!test.hasApplicationContext()) {
			return null;
		}
		ApplicationContext application = test.getApplicationContext();
		return application.containsBean(BINDINGS) ? application.getBean(BINDINGS, Lifecycle.class) : null;
	}

}
