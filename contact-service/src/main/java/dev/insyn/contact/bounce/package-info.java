/// Addresses that mail came back from.
@NullMarked
package dev.insyn.contact.bounce;

import org.jspecify.annotations.NullMarked;
