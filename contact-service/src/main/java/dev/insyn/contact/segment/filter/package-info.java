/// Filters over what contacts hold: what one may ask, how it is read, and whom it fits.
@NullMarked
package dev.insyn.contact.segment.filter;

import org.jspecify.annotations.NullMarked;
