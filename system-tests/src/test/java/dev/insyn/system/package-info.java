/// Stories, faults and attacks on the running whole, told from outside.
@NullMarked
package dev.insyn.system;

import org.jspecify.annotations.NullMarked;
