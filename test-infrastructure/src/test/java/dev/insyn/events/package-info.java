/// Stands for the real one.
@NullMarked
package dev.insyn.events;

import org.jspecify.annotations.NullMarked;
