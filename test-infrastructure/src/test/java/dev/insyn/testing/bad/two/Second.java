package dev.insyn.testing.bad.two;

import dev.insyn.testing.bad.one.First;

/// The other half.
public class Second {

	First first() {
		return new First();
	}

}
