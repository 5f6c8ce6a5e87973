/// The embedded default: everything that Insyn needs, started by one command.
@NullMarked
package dev.insyn.stack;

import org.jspecify.annotations.NullMarked;
