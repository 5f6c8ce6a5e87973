/// token-service's tests.
@NullMarked
package dev.insyn.token;

import org.jspecify.annotations.NullMarked;
