/// The console's screens about contacts and about what is stored of them.
@NullMarked
package dev.insyn.contact.console;

import org.jspecify.annotations.NullMarked;
