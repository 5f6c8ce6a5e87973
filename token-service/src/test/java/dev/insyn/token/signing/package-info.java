/// Tests of the package.
@NullMarked
package dev.insyn.token.signing;

import org.jspecify.annotations.NullMarked;
