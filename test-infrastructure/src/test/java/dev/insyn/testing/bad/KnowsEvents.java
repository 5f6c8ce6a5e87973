package dev.insyn.testing.bad;

import dev.insyn.events.Sample;

/// Lets a contract inside.
class KnowsEvents {

	Sample sample() {
		return new Sample();
	}

}
