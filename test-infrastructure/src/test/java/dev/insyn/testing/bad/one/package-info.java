/// What the rules must catch.
@NullMarked
package dev.insyn.testing.bad.one;

import org.jspecify.annotations.NullMarked;
