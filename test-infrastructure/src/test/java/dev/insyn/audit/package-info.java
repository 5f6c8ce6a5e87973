/// Stands for the real one.
@NullMarked
package dev.insyn.audit;

import org.jspecify.annotations.NullMarked;
