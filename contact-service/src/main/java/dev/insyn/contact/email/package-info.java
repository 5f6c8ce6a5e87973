/// A contact changes its e-mail address: by a code sent to the new one, and the old one is told.
@NullMarked
package dev.insyn.contact.email;

import org.jspecify.annotations.NullMarked;
