/// The gateway's tests.
@NullMarked
package dev.insyn.gateway;

import org.jspecify.annotations.NullMarked;
