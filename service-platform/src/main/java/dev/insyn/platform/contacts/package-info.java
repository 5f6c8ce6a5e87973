/// Choosing a contact on a console screen, for services that hold none themselves.
@NullMarked
package dev.insyn.platform.contacts;

import org.jspecify.annotations.NullMarked;
