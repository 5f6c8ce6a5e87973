/// Tests of the package.
@NullMarked
package dev.insyn.token.client;

import org.jspecify.annotations.NullMarked;
