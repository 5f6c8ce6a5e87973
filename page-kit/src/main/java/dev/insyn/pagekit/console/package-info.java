/// The console's frame and components: what users see under `/admin`, drawn the same whichever service draws it.
@NullMarked
package dev.insyn.pagekit.console;

import org.jspecify.annotations.NullMarked;
