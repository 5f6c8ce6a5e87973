/// The console's screens about segments.
@NullMarked
package dev.insyn.contact.segment.console;

import org.jspecify.annotations.NullMarked;
