/// A contact corrects or confirms its own data.
@NullMarked
package dev.insyn.contact.update;

import org.jspecify.annotations.NullMarked;
