package dev.insyn.testing.bad;

import dev.insyn.audit.Sample;

/// Imports another service.
class KnowsAnotherService {

	Sample sample() {
		return new Sample();
	}

}
