package dev.insyn.testing.bad;

import dev.insyn.events.Sample;

/// May know events.
class SampleMessaging {

	Sample sample() {
		return new Sample();
	}

}
