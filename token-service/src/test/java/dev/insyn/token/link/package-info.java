/// Tests of the package.
@NullMarked
package dev.insyn.token.link;

import org.jspecify.annotations.NullMarked;
