/// Measures the running whole, each figure beside a baseline of the same run.
@NullMarked
package dev.insyn.bench;

import org.jspecify.annotations.NullMarked;
