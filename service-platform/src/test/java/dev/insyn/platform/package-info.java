/// A small service on the platform, for the platform's own tests.
@NullMarked
package dev.insyn.platform;

import org.jspecify.annotations.NullMarked;
