package dev.insyn.testing.bad;

/// Says nothing by its name.
class StringUtils {

	void print() {
		System.out.println();
	}

}
