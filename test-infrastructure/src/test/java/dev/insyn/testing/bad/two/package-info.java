/// What the rules must catch.
@NullMarked
package dev.insyn.testing.bad.two;

import org.jspecify.annotations.NullMarked;
