/// Tests of the console's screens about pages.
@NullMarked
package dev.insyn.page.console;

import org.jspecify.annotations.NullMarked;
