package dev.insyn.system;

import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the one running [Stack] to every test that names it.
class StackExtension implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Stack.class;
	}

	@Override
	public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent(Stack.class, (type) -> start(), Stack.class);
	}

	private static Stack start() {
		Path root = Path.of(System.getProperty("insyn.root", "..")).toAbsolutePath().normalize();
		return Stack.start(root, root.resolve("system-tests/target/stack/data"));
	}

}
