/// The console's screens about landing pages.
@NullMarked
package dev.insyn.page.console;

import org.jspecify.annotations.NullMarked;
