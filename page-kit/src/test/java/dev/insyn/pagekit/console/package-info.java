/// The console's components, shown and tested.
@NullMarked
package dev.insyn.pagekit.console;

import org.jspecify.annotations.NullMarked;
