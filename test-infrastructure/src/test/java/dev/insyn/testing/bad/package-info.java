/// What the rules must catch.
@NullMarked
package dev.insyn.testing.bad;

import org.jspecify.annotations.NullMarked;
