/// Child processes: started, watched, restarted, and never left behind.
@NullMarked
package dev.insyn.stack.process;

import org.jspecify.annotations.NullMarked;
