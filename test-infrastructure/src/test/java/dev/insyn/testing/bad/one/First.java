package dev.insyn.testing.bad.one;

import dev.insyn.testing.bad.two.Second;

/// Half of a cycle, and nobody outside uses it, though Second does.
public class First {

	Second second() {
		return new Second();
	}

}
