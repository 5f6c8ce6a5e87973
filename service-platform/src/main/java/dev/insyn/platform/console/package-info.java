/// Ties page-kit's console to the platform's callers: who is signed in, and how errors look to them.
@NullMarked
package dev.insyn.platform.console;

import org.jspecify.annotations.NullMarked;
